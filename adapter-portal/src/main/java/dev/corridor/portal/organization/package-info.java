/** The page of the organization: its verification, and who may act for it. */
package dev.corridor.portal.organization;
