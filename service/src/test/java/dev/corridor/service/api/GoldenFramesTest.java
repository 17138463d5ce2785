package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.http.edge.dialect.DialectName;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Failures that occur only on WebSockets, in each contract's format. */
@MicronautTest
@Property(name = ServiceUnderTest.FEED_CHANNELS, value = "transactions,quotes")
@Property(name = ServiceUnderTest.TIERS, value = "QUANT subscriptions=1")
class GoldenFramesTest {

    /** @param messages of which the last is refused */
    private record Refused(String code, List<String> messages) {}

    private static final List<Refused> ALL = List.of(
            new Refused("invalid_message_format", List.of("{")),
            new Refused("unknown_command", List.of("{\"cmd\":\"dance\"}")),
            new Refused("channel_unavailable", List.of(subscription("\"depth\",\"symbols\":[\"EURUSDC\"]"))),
            new Refused("subscription_limit_exceeded", List.of(subscription("\"quotes\""), subscription("\"transactions\""))),
            new Refused("resume_point_lost", List.of(subscription("\"quotes\",\"from\":9007199254740991"))));

    private final World world;

    GoldenFramesTest(World world) {
        this.world = world;
    }

    private static String subscription(String channel) {
        return "{\"cmd\":\"subscribe\",\"data\":{\"channel\":" + channel + "}}";
    }

    @TestFactory
    Stream<DynamicTest> every_refusal_on_a_websocket_is_told_in_every_dialect() {
        return ALL.stream().map(refused -> DynamicTest.dynamicTest(refused.code, () -> Golden.isAsKept(
                refused.code,
                Arrays.stream(DialectName.values()).map(name -> "# " + name + "\n" + frame(refused, name) + "\n")
                        .collect(Collectors.joining("\n")))));
    }

    @Test
    void none_is_missing() {
        assertThat(ALL).extracting(Refused::code).containsExactlyInAnyOrderElementsOf(Refusals.ON_WEBSOCKETS_ONLY);
    }

    private String frame(Refused refused, DialectName name) {
        var terms = "{\"name\":\"Feed\",\"tier\":\"QUANT\",\"permissions\":[\"feed:read\",\"quotes:read\",\"transactions:read\"]}";
        var key = world.newCustomer().api().post("/v1/api-keys", terms).isOk().text("/secret");
        var path = "/v1/realtime?dialect=" + URLEncoder.encode(name.toString(), StandardCharsets.UTF_8);
        try (var client = FeedClient.open(world.stranger().withKey(key), path)) {
            return Golden.masked(refused.messages.stream().map(client::ask).toList().getLast().toString());
        }
    }
}
