package dev.corridor.client.model;

import java.util.List;

/**
 * Quoted prices by size, spread included, smallest size first.
 *
 * @param timestamp of the underlying price, in milliseconds since 1970
 */
public record Depth(String symbol, List<DepthLevel> bids, List<DepthLevel> asks, long timestamp) {}
