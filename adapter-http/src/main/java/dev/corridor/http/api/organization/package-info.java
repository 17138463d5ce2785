/** The endpoint of organizations. */
package dev.corridor.http.api.organization;
