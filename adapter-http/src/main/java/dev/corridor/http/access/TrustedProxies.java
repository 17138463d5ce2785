package dev.corridor.http.access;

import dev.corridor.domain.access.IpAddress;
import dev.corridor.domain.access.IpRange;
import java.util.List;

/** The addresses of our own proxies, whose forwarding headers are trusted. */
public record TrustedProxies(List<IpRange> ranges) {

    public TrustedProxies {
        ranges = List.copyOf(ranges);
    }

    boolean include(IpAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }
}
