package dev.corridor.http.edge.error;

import dev.corridor.application.idempotency.AnsweredBefore;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.http.edge.idempotency.Replay;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;

/**
 * Handles the frequent exceptions. For others the framework searches all beans for a handler each time, which costs more than the rest of
 * the response.
 */
@Hidden
@Controller
@Produces(MediaType.ALL)
final class ErrorRoutes {

    private final ErrorPipe pipe;
    private final Replay replay;

    ErrorRoutes(ErrorPipe pipe, Replay replay) {
        this.pipe = pipe;
        this.replay = replay;
    }

    @Error(global = true, exception = BusinessException.class)
    HttpResponse<?> refuse(HttpRequest<?> request, BusinessException refusal) {
        return pipe.handle(request, refusal);
    }

    @Error(global = true, status = HttpStatus.NOT_FOUND)
    HttpResponse<?> missRoute(HttpRequest<?> request) {
        return pipe.missRoute(request);
    }

    @Error(global = true, exception = AnsweredBefore.class)
    HttpResponse<?> answerAgain(HttpRequest<?> request, AnsweredBefore before) {
        return replay.answer(request, before);
    }
}
