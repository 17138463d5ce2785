/** Quotes in their table: written when they are issued, and once more when they are executed. */
package dev.corridor.persistence.quote;
