package dev.corridor.http.edge.connection;

import java.util.List;

/**
 * The sites whose pages may ask the API from a browser.
 *
 * @param origins a scheme, a host and perhaps a port, as browsers send them: {@code https://app.example.com}; none if empty
 */
public record AllowedOrigins(List<String> origins) {

    public static final AllowedOrigins NONE = new AllowedOrigins(List.of());

    public AllowedOrigins {
        origins = List.copyOf(origins);
    }
}
