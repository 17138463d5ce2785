package dev.corridor.http.api.operator;

import dev.corridor.application.operator.LogInOperator;
import dev.corridor.http.edge.wire.Literal;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.serde.annotation.Serdeable;

/**
 * A login. One of an operator who has not enrolled yet opens nothing here: they enrol in the portal.
 *
 * @param isProved whether the second factor was proved
 */
@Serdeable
record OperatorLoginResponse(@Literal("operator_login") String object, String operator, String token, boolean isProved, String expiresAt) {

    static OperatorLoginResponse of(LogInOperator.Result login) {
        var session = login.session();
        return new OperatorLoginResponse(
                "operator_login", session.operator().value(), login.token().value(), session.isProved(), Timestamp.format(session.expiresAt()));
    }

    @Override
    public String toString() {
        return "OperatorLoginResponse[" + operator + "]";
    }
}
