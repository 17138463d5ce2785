/** What assets are worth in each other. */
package dev.corridor.application.market;
