package dev.corridor.domain.webhook;

import dev.corridor.domain.access.IpAddress;
import dev.corridor.domain.organization.Environment;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where an endpoint listens: an HTTPS URL on the internet. Its text alone cannot lead inwards; where its name leads is decided before each
 * request, see {@link PublicAddress}. In the sandbox, where developers try it out, {@code http://localhost} and {@code http://127.0.0.1} are
 * allowed too.
 */
public record EndpointUrl(String value) {

    /** In characters. */
    public static final int MAX_LENGTH = 2_048;

    private static final String SECURE = "https";
    private static final Set<String> OF_THIS_MACHINE = Set.of("localhost", "127.0.0.1");

    /** Ports below this are those of mail, name and file servers and their like, but for the web's own. */
    private static final int FIRST_FREE_PORT = 1_024;

    private static final int DEFAULT_PORT = -1;

    /** RFC 6761, RFC 6762, RFC 8375, and the top-level domain that ICANN has reserved for private use. */
    private static final List<String> LOCAL_DOMAINS = List.of(".localhost", ".local", ".internal", ".home.arpa", ".test", ".invalid", ".onion");

    /** By WHATWG's URL standard, a host whose last label is such a number is an IPv4 address, in one of many spellings. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");

    /** @throws IllegalArgumentException if it is none that requests may be sent to in this environment; the message says what it must be */
    public static EndpointUrl parse(String text, Environment environment) {
        fault(text, environment).ifPresent(fault -> {
            throw new IllegalArgumentException(fault);
        });
        return new EndpointUrl(text);
    }

    public URI uri() {
        return URI.create(value);
    }

    /** Whether it names this machine, which only the sandbox allows. */
    public boolean isLocal() {
        return !uri().getScheme().equalsIgnoreCase(SECURE);
    }

    /** What is wrong with it, in a sentence that begins with the field's name. */
    public static Optional<String> fault(String text, Environment environment) {
        if (text.length() > MAX_LENGTH || !text.chars().allMatch(c -> c > ' ' && c < 127)) {
            return Optional.of("must be a URL of at most " + MAX_LENGTH + " ASCII characters");
        }
        try {
            return fault(new URI(text).parseServerAuthority(), environment);
        } catch (URISyntaxException e) {
            return Optional.of("must be a URL");
        }
    }

    private static Optional<String> fault(URI uri, Environment environment) {
        if (uri.getHost() == null || uri.getScheme() == null) {
            return Optional.of("must be an absolute URL with a host");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            return Optional.of("must have no user, password or fragment");
        }
        var host = uri.getHost().toLowerCase(Locale.ROOT);
        boolean isLocal = uri.getScheme().equalsIgnoreCase("http") && OF_THIS_MACHINE.contains(host);
        if (!uri.getScheme().equalsIgnoreCase(SECURE) && !(isLocal && environment == Environment.SANDBOX)) {
            return Optional.of("must begin with https://");
        }
        int webPort = isLocal ? 80 : 443;
        if (uri.getPort() != DEFAULT_PORT && uri.getPort() != webPort && !isFree(uri.getPort())) {
            return Optional.of("must have the port " + webPort + " or one from 1024 to 65535");
        }
        return isLocal || isOnTheInternet(host) ? Optional.empty() : Optional.of("must have a host on the public internet");
    }

    private static boolean isFree(int port) {
        return port >= FIRST_FREE_PORT && port < 1 << Character.SIZE;
    }

    private static boolean isOnTheInternet(String host) {
        if (host.startsWith("[")) {
            return isPublicLiteral(host.substring(1, host.length() - 1));
        }
        var lastLabel = host.substring(host.lastIndexOf('.') + 1);
        if (NUMBER.matcher(lastLabel).matches()) {
            return isPublicLiteral(host);
        }
        return host.contains(".") && !host.endsWith(".") && LOCAL_DOMAINS.stream().noneMatch(host::endsWith);
    }

    /** Other spellings of an address than the usual one are refused, such as decimal and octal ones. */
    private static boolean isPublicLiteral(String text) {
        try {
            return PublicAddress.is(IpAddress.parse(text));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** It may hold a token of the customer's, in its path or query. */
    @Override
    public String toString() {
        return "EndpointUrl[" + uri().getHost() + "]";
    }
}
