package dev.corridor.http.edge.route;

import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpRequest;

/**
 * Which requests are for the API. The filters that guard it stand before all requests and ask here: as soon as one filter has a pattern of its own,
 * the framework looks for the filters of each request anew, which costs more than running them.
 */
public final class ApiPaths {

    private static final String API = "/v1";

    private ApiPaths() {}

    /** However its path is written: if it leads to the API, it is guarded. */
    public static boolean contain(HttpRequest<?> request) {
        return isOfTheApi(request.getPath()) || BasicHttpAttributes.getUriTemplate(request).filter(ApiPaths::isOfTheApi).isPresent();
    }

    private static boolean isOfTheApi(String path) {
        int start = 0;
        while (path.startsWith("//", start)) {
            start++;
        }
        int end = start + API.length();
        return path.startsWith(API, start) && (path.length() == end || path.charAt(end) == '/');
    }
}
