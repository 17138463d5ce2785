package dev.corridor.http.access;

import dev.corridor.domain.access.IpAddress;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds a request's source address. Each proxy appends the address of its peer, so the list is read from its end while the peer is a
 * trusted proxy. Entries forged by a client come before that and are never reached.
 *
 * <p>A proxy sets either {@code X-Forwarded-For} or {@code Forwarded} (RFC 7239) and passes the client's version of the other on. So if
 * both are present they must agree; otherwise the proxy's own address counts.
 */
@Singleton
public final class ClientAddress {

    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final String FORWARDED = "Forwarded";

    private final TrustedProxies proxies;

    ClientAddress(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    public IpAddress of(HttpRequest<?> request) {
        var peer = IpAddress.of(request.getRemoteAddress().getAddress());
        if (!proxies.include(peer)) {
            return peer;
        }
        var forwardedFor = entries(request.getHeaders().getAll(FORWARDED_FOR));
        var forwarded = entries(request.getHeaders().getAll(FORWARDED)).stream().map(ClientAddress::forParameter).toList();
        if (forwarded.isEmpty() || forwardedFor.isEmpty()) {
            return farthest(peer, forwarded.isEmpty() ? forwardedFor : forwarded);
        }
        var first = farthest(peer, forwardedFor);
        return first.equals(farthest(peer, forwarded)) ? first : peer;
    }

    private IpAddress farthest(IpAddress peer, List<String> nearestLast) {
        var address = peer;
        for (var entry : nearestLast.reversed()) {
            var next = parse(entry);
            if (!proxies.include(address) || next.isEmpty()) {
                break;
            }
            address = next.get();
        }
        return address;
    }

    private static List<String> entries(List<String> headers) {
        var entries = new ArrayList<String>();
        headers.forEach(header -> Arrays.stream(header.split(",")).map(String::strip).forEach(entries::add));
        return entries;
    }

    /** The parameter {@code for} of an element, unquoted; empty if absent. */
    private static String forParameter(String element) {
        return Arrays.stream(element.split(";"))
                .map(String::strip)
                .filter(parameter -> parameter.toLowerCase(Locale.ROOT).startsWith("for="))
                .map(parameter -> parameter.substring("for=".length()).replace("\"", ""))
                .findFirst()
                .orElse("");
    }

    /** Parses an address with an optional port: {@code 192.0.2.1:80}, {@code [2001:db8::1]:80}. */
    private static Optional<IpAddress> parse(String entry) {
        try {
            if (entry.startsWith("[")) {
                return Optional.of(IpAddress.parse(entry.substring(1, Math.max(1, entry.indexOf(']')))));
            }
            int colon = entry.indexOf(':');
            boolean hasPort = colon >= 0 && colon == entry.lastIndexOf(':');
            return Optional.of(IpAddress.parse(hasPort ? entry.substring(0, colon) : entry));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
