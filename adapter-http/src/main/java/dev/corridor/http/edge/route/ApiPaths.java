package dev.corridor.http.edge.route;

import io.micronaut.http.HttpRequest;

/**
 * Which requests are for the API. The filters that guard it stand before all requests and ask here: as soon as one filter has a pattern of its own,
 * the framework looks for the filters of each request anew, which costs more than running them.
 */
public final class ApiPaths {

    private static final String API = "/v1";

    private ApiPaths() {}

    /** The router compares the beginning of a path letter by letter, so no other way to write it leads there. */
    public static boolean contain(HttpRequest<?> request) {
        var path = request.getPath();
        return path.startsWith(API) && (path.length() == API.length() || path.charAt(API.length()) == '/');
    }
}
