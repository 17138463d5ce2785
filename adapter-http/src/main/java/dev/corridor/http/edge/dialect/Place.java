package dev.corridor.http.edge.dialect;

import java.util.List;

/**
 * Where one error contract has a place for a canonical code.
 *
 * @param code as that contract writes it; empty where it has none
 * @param text what it always says; empty where it says the problem's own message
 * @param tellsMore whether the problem's own message follows the text
 * @param details which of the problem's facts it tells, in this order
 */
public record Place(int status, String code, String text, boolean tellsMore, List<String> details) {

    static Place place(int status, String code) {
        return new Place(status, code, "", false, List.of());
    }

    Place saying(String text) {
        return new Place(status, code, text, false, details);
    }

    Place sayingMoreThan(String text) {
        return new Place(status, code, text, true, details);
    }

    Place telling(String... details) {
        return new Place(status, code, text, tellsMore, List.of(details));
    }

    Place withStatus(int status) {
        return new Place(status, code, text, tellsMore, details);
    }
}
