/** Authentication, rate limiting and the management of API keys. */
package dev.corridor.application.access;
