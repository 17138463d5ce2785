/** Reading and changing organizations. */
package dev.corridor.application.organization;
