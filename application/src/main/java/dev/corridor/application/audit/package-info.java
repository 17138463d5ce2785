/** Reading and creating audit records. */
package dev.corridor.application.audit;
