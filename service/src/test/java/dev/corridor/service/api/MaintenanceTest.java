package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.service.Await;
import dev.corridor.service.api.Refusals.Refusal;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@MicronautTest
class MaintenanceTest {

    private static final Duration TWO_MINUTES = Duration.ofMinutes(2);

    private final World world;
    private final Customer acme;

    MaintenanceTest(World world) {
        this.world = world;
        this.acme = world.newCustomer();
    }

    @AfterEach
    void end() {
        world.switchMaintenance(Optional.empty());
        Await.until("everybody is served again", () -> acme.api().get("/v1/accounts").status() == 200);
    }

    private void begin() {
        world.switchMaintenance(Optional.of(TWO_MINUTES));
        Await.until("nobody is served", () -> world.stranger().get("/v1/accounts").status() == 503);
    }

    @Test
    void everybody_is_told_when_to_come_again_whatever_they_ask() {
        begin();

        var answers = List.of(
                acme.api().get("/v1/accounts"),
                acme.api().post("/v1/quotes", "{"),
                acme.api().speakingItsOwn().get("/v1/nowhere"),
                world.stranger().get("/v1/accounts"),
                world.stranger().post("/v1/auth/login", "{}"));

        assertThat(answers).allSatisfy(answer -> {
            answer.isError(503, "service_unavailable").means("not_applied", "after");
            assertThat(answer.header("Retry-After")).isEqualTo("120");
            assertThat(answer.message()).isEqualTo(
                    "The service is under maintenance and has done nothing of this request. Retry it after 120 seconds.");
        });
    }

    @Test
    void who_is_connected_is_told_and_let_go() {
        try (var realtime = FeedClient.open(acme.api(), "/v1/realtime")) {
            assertThat(realtime.ask("{\"cmd\":\"ping\"}").path("cmd").asText()).isEqualTo("pong");

            begin();

            assertThat(realtime.next()).hasToString("{\"cmd\":\"error\",\"code\":5002,\"message\":\"Service temporarily unavailable\"}");
            assertThat(realtime.awaitClose()).isEqualTo(4105);
        }
        assertThat(FeedClient.knock(acme.api(), "/v1/realtime").body()).isEqualTo("{\"code\":5002,\"message\":\"Service temporarily unavailable\"}");
        try (var fastFeed = FeedClient.open(world.stranger(), "/ws/fastfeed")) {
            assertThat(fastFeed.next().at("/payload/code").asText()).isEqualTo("SERVICE_UNAVAILABLE");
        }
    }

    @Test
    void it_is_told_in_every_dialect() {
        begin();
        var golden = Golden
                .of(new Refusal(503, "service_unavailable under maintenance", dialect -> acme.speaking(dialect).api().get("/v1/accounts")));

        golden.isTheSameInEveryDialect();
        golden.isAsKept();
    }

    @Test
    void what_is_said_of_the_service_itself_is_still_said() {
        begin();

        world.stranger().get("/v1/errors?category=unavailable").isOk();
        assertThat(world.stranger().bare("/health/readiness").statusCode()).isEqualTo(503);
        assertThat(world.stranger().bare("/health/readiness").body()).contains("\"maintenance\":{\"name\":\"corridor\",\"status\":\"DOWN\"");
        assertThat(world.stranger().bare("/health/liveness").statusCode()).isEqualTo(200);
        assertThat(world.stranger().bare("/prometheus").statusCode()).isEqualTo(200);
        assertThat(world.stranger().bare("/errors/service_unavailable").statusCode()).isEqualTo(200);
    }

    @Test
    void a_payment_in_flight_is_finished() throws Exception {
        var deposit = new FutureTask<>(() -> acme.api().post("/v1/sandbox/deposits", acme.aDeposit("1.00", "USD")));

        world.whileLocked(acme.account(), () -> {
            Thread.startVirtualThread(deposit);
            Await.until("a decision waits for the lock", world::somebodyWaitsForALock);
            begin();
        });

        deposit.get().isOk();
        world.assertThatTheBooksAddUp();
    }
}
