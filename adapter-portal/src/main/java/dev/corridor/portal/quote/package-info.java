/** Conversions by hand: a quote is the preview, and executing it the confirmation. */
package dev.corridor.portal.quote;
