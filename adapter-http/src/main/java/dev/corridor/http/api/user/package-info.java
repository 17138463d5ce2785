/** Endpoints of users: registration, login, sessions, token refresh and logout. Source: the Nexgent contract, section 1. */
package dev.corridor.http.api.user;
