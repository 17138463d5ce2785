/** The table of quotes: inserted when issued, updated when executed. */
package dev.corridor.persistence.quote;
