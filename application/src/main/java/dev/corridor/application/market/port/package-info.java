/** Where rates come from. */
package dev.corridor.application.market.port;
