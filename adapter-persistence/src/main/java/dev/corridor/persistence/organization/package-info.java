/** The store of organizations. */
package dev.corridor.persistence.organization;
