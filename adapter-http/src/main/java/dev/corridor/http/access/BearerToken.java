package dev.corridor.http.access;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.Optional;

/**
 * The {@code Bearer} credentials in the header {@code Authorization} (RFC 6750, section 2.1): an API key or a user's access token. Only
 * tokens contain dots.
 */
public final class BearerToken {

    private static final String SCHEME = "Bearer ";

    private BearerToken() {}

    /** Empty without the header, or with another scheme. */
    public static Optional<String> of(HttpRequest<?> request) {
        return Optional.ofNullable(request.getHeaders().get(HttpHeaders.AUTHORIZATION))
                .filter(authorization -> authorization.startsWith(SCHEME))
                .map(authorization -> authorization.substring(SCHEME.length()));
    }

    static boolean isToken(String text) {
        return text.indexOf('.') >= 0;
    }
}
