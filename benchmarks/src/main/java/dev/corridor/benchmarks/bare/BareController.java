package dev.corridor.benchmarks.bare;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Controller
final class BareController {

    private final BareAnswers answers;

    BareController(BareAnswers answers) {
        this.answers = answers;
    }

    @Get("/401")
    HttpResponse<byte[]> unauthorized() {
        return answer(HttpStatus.UNAUTHORIZED, answers.unauthorized());
    }

    @Get("/404")
    HttpResponse<byte[]> notFound() {
        return answer(HttpStatus.NOT_FOUND, answers.notFound());
    }

    private static HttpResponse<byte[]> answer(HttpStatus status, byte[] body) {
        return HttpResponse.status(status).contentType(MediaType.APPLICATION_JSON_TYPE).body(body);
    }
}
