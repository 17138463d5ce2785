package dev.corridor.http.api.operator;

import dev.corridor.application.operator.LogInOperator;
import dev.corridor.application.operator.LogOutOperator;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.operator.OperatorToken;
import dev.corridor.http.access.BearerToken;
import dev.corridor.http.access.RequestOrigin;
import dev.corridor.http.edge.route.Performs;
import dev.corridor.http.edge.route.PublicRoute;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;

/** Who is asking: a person logs in with a password and a code; a program has its token already. */
@Hidden
@Requires(property = OperatorApi.PORT)
@Controller(value = OperatorApi.PATH, port = OperatorApi.ON_ITS_PORT)
@ExecuteOn(TaskExecutors.BLOCKING)
final class DutyController {

    private final LogInOperator logInOperator;
    private final LogOutOperator logOutOperator;

    DutyController(LogInOperator logInOperator, LogOutOperator logOutOperator) {
        this.logInOperator = logInOperator;
        this.logOutOperator = logOutOperator;
    }

    /** Log in with a password and a one-time code. */
    @Post("/login")
    @PublicRoute
    @Performs(LogInOperator.class)
    OperatorLoginResponse logIn(@RequestOrigin Origin origin, @Body OperatorLoginRequest request) {
        return OperatorLoginResponse.of(logInOperator.logIn(request.toCommand(origin)));
    }

    /** End the session, or the program's token. */
    @Post("/logout")
    @Consumes(MediaType.ALL)
    @Performs(LogOutOperator.class)
    OperatorSessionResponse logOut(HttpRequest<?> request, OnDuty onDuty, @RequestOrigin Origin origin) {
        var token = BearerToken.of(request).map(OperatorToken::new).orElseThrow();
        logOutOperator.logOut(new LogOutOperator.Command(onDuty.operator(), token, origin));
        return OperatorSessionResponse.of(onDuty.session());
    }

    /** Read who you are. */
    @Get("/me")
    OperatorSessionResponse getOperator(OnDuty onDuty) {
        return OperatorSessionResponse.of(onDuty.session());
    }
}
