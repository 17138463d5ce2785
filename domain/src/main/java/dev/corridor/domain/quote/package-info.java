/**
 * Firm prices. A {@link dev.corridor.domain.quote.Quote} guarantees a {@link dev.corridor.domain.quote.Conversion} for a few minutes and
 * can be executed once. {@link dev.corridor.domain.quote.Quote#execute} decides whether it is used up or expired.
 */
package dev.corridor.domain.quote;
