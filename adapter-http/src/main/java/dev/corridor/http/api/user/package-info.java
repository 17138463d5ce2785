/** How people register, log in, stay logged in and log out. Source: the Nexgent contract, section 1. */
package dev.corridor.http.api.user;
