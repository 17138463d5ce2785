/** Where the records of changes are read. They are written with the changes, in the register. */
package dev.corridor.application.audit.port;
