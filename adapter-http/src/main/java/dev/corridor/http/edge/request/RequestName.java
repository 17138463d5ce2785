package dev.corridor.http.edge.request;

import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteMatch;

/**
 * The canonical name of a request, which limits, remembered answers and the log share. It is made of the route that has matched and the decoded
 * variables of its path, so that all spellings of one request have one name.
 *
 * @param method of the route: a HEAD is a GET
 * @param template with its variables in braces; empty if no route matched
 * @param path the template with the variables filled in, each escaped in the one way there is; the path as received if no route matched
 */
public record RequestName(String method, String template, String path) {

    private static final String ATTRIBUTE = RequestName.class.getName();

    /** To be asked for when the route is known, or is known to be missing. */
    public static RequestName of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, RequestName.class).orElseGet(() -> {
            var name = read(request);
            request.setAttribute(ATTRIBUTE, name);
            return name;
        });
    }

    private static RequestName read(HttpRequest<?> request) {
        var template = BasicHttpAttributes.getUriTemplate(request).orElse("");
        return new RequestName(request.getMethodName(), template, path(request));
    }

    /** The router compares all but variables letter by letter, so that without an escape there is but one way to write a path. */
    private static String path(HttpRequest<?> request) {
        var path = request.getPath();
        if (path.indexOf('%') < 0 && path.indexOf('+') < 0) {
            return path;
        }
        return RouteAttributes.getRouteMatch(request)
                .filter(UriRouteMatch.class::isInstance)
                .map(route -> ((UriRouteMatch<?, ?>) route).getRouteInfo().getUriMatchTemplate().expand(route.getVariableValues()))
                .orElse(path);
    }

    /** As operators name it: {@code POST /v1/quotes/{quoteId}/execute}. Empty if no route matched. */
    public String route() {
        return template.isEmpty() ? "" : method + " " + template;
    }
}
