/** Registration, login, sessions, tokens and logout of users. */
package dev.corridor.application.user;
