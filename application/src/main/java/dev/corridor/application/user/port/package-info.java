/** Ports of user login: stores, password hashing and token signing. */
package dev.corridor.application.user.port;
