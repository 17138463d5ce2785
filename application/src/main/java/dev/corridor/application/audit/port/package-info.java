/** Port that reads audit records. They are written together with the change. */
package dev.corridor.application.audit.port;
