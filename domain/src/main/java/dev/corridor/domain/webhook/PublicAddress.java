package dev.corridor.domain.webhook;

import dev.corridor.domain.access.IpAddress;
import dev.corridor.domain.access.IpRange;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses are public on the internet, so that a request to them cannot reach the network that the service itself is in. Private,
 * loopback, link-local (with the metadata services of clouds), shared, documentation, benchmark, multicast and reserved addresses are not. Nor are
 * IPv6 addresses that carry an IPv4 address: a translator could lead them anywhere.
 *
 * <p>Sources: IANA's special-purpose address registries for IPv4 and IPv6 (RFC 6890); RFC 4291, section 2.4: unicast is assigned from 2000::/3.
 */
public final class PublicAddress {

    private static final List<IpRange> SPECIAL_V4 = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3");

    private static final IpRange ASSIGNED_V6 = IpRange.parse("2000::/3");

    /** Protocol assignments with Teredo, documentation, and 6to4. */
    private static final List<IpRange> SPECIAL_V6 = ranges("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private PublicAddress() {}

    public static boolean is(IpAddress address) {
        return address.isV4()
                ? SPECIAL_V4.stream().noneMatch(range -> range.contains(address))
                : ASSIGNED_V6.contains(address) && SPECIAL_V6.stream().noneMatch(range -> range.contains(address));
    }

    private static List<IpRange> ranges(String... texts) {
        return Stream.of(texts).map(IpRange::parse).toList();
    }
}
