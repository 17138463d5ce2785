/** What was changed in the organization, by whom and from where. */
package dev.corridor.portal.audit;
