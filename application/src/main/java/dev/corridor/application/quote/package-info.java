/** Issuing, reading and executing quotes. */
package dev.corridor.application.quote;
