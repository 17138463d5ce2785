/** The first page: what the organization has, what needs attention, and the last payments. */
package dev.corridor.portal.home;
