/** Where users and their tokens are kept, and who signs tokens and hashes passwords. */
package dev.corridor.application.user.port;
