/** Keeps the README true: what it shows is compared with what it is about. */
package dev.corridor.service.readme;
