/** Market data: polling of rates, current prices, candles and trades. */
package dev.corridor.application.market;
