package dev.corridor.http.edge.wire;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import io.micronaut.http.HttpParameters;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A query parameter that is a map, given member by member: {@code metadata[invoice]=7}. Source: OpenAPI, the style "deepObject". */
public final class MapParameter {

    private MapParameter() {}

    /** The name of the map with empty brackets, for the name of one of its members; other names as they are. */
    public static String nameOf(String given) {
        return given.endsWith("]") && given.indexOf('[') > 0 ? given.substring(0, given.indexOf('[')) + "[]" : given;
    }

    /** The members of the map that is known by that name, with its brackets. A member given twice is an invalid request. */
    public static Map<String, String> read(String name, HttpParameters query) {
        var members = new HashMap<String, String>();
        for (var given : query.names()) {
            memberOf(name, given).ifPresent(member -> members.put(member, only(given, query)));
        }
        return members;
    }

    private static Optional<String> memberOf(String name, String given) {
        return nameOf(given).equals(name)
                ? Optional.of(given.substring(name.length() - 1, given.length() - 1))
                : Optional.empty();
    }

    private static String only(String given, HttpParameters query) {
        var values = query.getAll(given);
        if (values.size() > 1) {
            throw new BusinessException(new InvalidRequest("The parameter '" + NearestName.shown(given) + "' is given more than once."));
        }
        return values.getFirst();
    }
}
