/** The page of a request in the journal. */
package dev.corridor.portal.journal;
