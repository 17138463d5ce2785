package dev.corridor.client;

/**
 * A new state of a transaction or a quote.
 *
 * @param sequence counts the events of the channel: store the last one that you have processed, to resume after it
 * @param data as {@code GET} shows it
 */
public record Event<T>(long sequence, T data) {}
