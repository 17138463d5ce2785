package dev.corridor.benchmarks.bare;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Controller
final class BareController {

    private final BareAnswers answers;

    BareController(BareAnswers answers) {
        this.answers = answers;
    }

    @Get("/200")
    HttpResponse<byte[]> found() {
        return answers.found().toResponse(HttpStatus.OK);
    }

    @Get("/401")
    HttpResponse<byte[]> unauthorized() {
        return answers.unauthorized().toResponse(HttpStatus.UNAUTHORIZED);
    }

    @Get("/404")
    HttpResponse<byte[]> notFound() {
        return answers.notFound().toResponse(HttpStatus.NOT_FOUND);
    }
}
