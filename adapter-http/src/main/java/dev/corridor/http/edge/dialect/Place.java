package dev.corridor.http.edge.dialect;

import java.util.List;

/**
 * A canonical code in one error contract.
 *
 * @param code the contract's; empty if it has none
 * @param text the contract's fixed text; empty for the problem's own message
 * @param tellsMore whether the problem's own message follows the text
 * @param details the included details, in order
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
