/**
 * Firm prices. A {@link dev.corridor.domain.quote.Quote} promises a {@link dev.corridor.domain.quote.Conversion} for a few minutes and can
 * be executed once. When it is used up, and when it is too late, is decided in {@link dev.corridor.domain.quote.Quote#execute}.
 */
package dev.corridor.domain.quote;
