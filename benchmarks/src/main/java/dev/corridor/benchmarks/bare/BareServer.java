package dev.corridor.benchmarks.bare;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Serves until its process is told to end. */
public final class BareServer {

    /** How the line on standard output begins that says on which port. */
    public static final String READY = "bare server ready on ";

    private BareServer() {}

    /** @param bodies of the answers with status 401 and 404 */
    public static void main(String[] bodies) {
        var context = ApplicationContext.builder()
                .banner(false)
                .properties(Map.of("micronaut.server.port", -1))
                .build();
        context.registerSingleton(new BareAnswers(bytes(bodies[0]), bytes(bodies[1])));
        var server = context.start().getBean(EmbeddedServer.class).start();
        System.out.println(READY + server.getPort());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
