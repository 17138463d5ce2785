package dev.corridor.http.api.operator;

import dev.corridor.application.operator.LogInOperator;
import dev.corridor.domain.access.OperatorName;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.user.Password;
import dev.corridor.domain.user.UserError.InvalidCredentials;
import dev.corridor.http.edge.body.JsonRequest;
import dev.corridor.http.edge.validation.Required;
import dev.corridor.http.edge.validation.Text;
import io.micronaut.core.annotation.Introspected;

/** @param code of the operator's device */
@Introspected
record OperatorLoginRequest(
        @Required @Text(max = 32) String name, @Required @Text(max = Password.MAX_LENGTH) String password, @Required @Text(max = 16) String code)
        implements JsonRequest {

    /** What is no name is no operator's either. Devices show codes in two halves. */
    LogInOperator.Command toCommand(Origin origin) {
        try {
            return new LogInOperator.Command(new OperatorName(name), new Password(password), code.replace(" ", ""), origin);
        } catch (IllegalArgumentException e) {
            throw new BusinessException(new InvalidCredentials());
        }
    }

    @Override
    public String toString() {
        return "OperatorLoginRequest[…]";
    }
}
