package dev.corridor.benchmarks.bare;

import dev.corridor.benchmarks.bare.BareAnswers.BareAnswer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.Map;

/** Serves until its process is terminated. */
public final class BareServer {

    /** The prefix of the output line with the port. */
    public static final String READY = "bare server ready on ";

    private BareServer() {}

    /** @param answers for status 200, 401 and 404: header lines, an empty line, and the body */
    public static void main(String[] answers) {
        var context = ApplicationContext.builder()
                .banner(false)
                .properties(Map.of("micronaut.server.port", -1))
                .build();
        context.registerSingleton(new BareAnswers(BareAnswer.parse(answers[0]), BareAnswer.parse(answers[1]), BareAnswer.parse(answers[2])));
        var server = context.start().getBean(EmbeddedServer.class).start();
        System.out.println(READY + server.getPort());
    }
}
