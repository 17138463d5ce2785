package dev.corridor.http.api.operator;

import dev.corridor.domain.organization.Environment;

/**
 * Where the operator API is, and for which environment it acts.
 *
 * @param environment of the organizations' things
 */
public record OperatorApi(Environment environment) {

    /** The framework's own setting of the management port. Without one, there are no controllers of the operator API. */
    static final String PORT = "endpoints.all.port";

    /** For {@code @Controller}: another port than the API's, where none of its paths is. */
    static final String ON_ITS_PORT = "${" + PORT + "}";

    /** Where every path of it begins. */
    static final String PATH = "/operator/v1";
}
