/** The sessions of the user who is logged in. */
package dev.corridor.portal.user;
