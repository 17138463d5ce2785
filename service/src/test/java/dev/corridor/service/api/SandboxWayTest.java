package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.domain.error.ErrorKind;
import dev.corridor.http.api.trigger.Trigger;
import dev.corridor.http.edge.problem.ErrorCode;
import dev.corridor.http.edge.problem.SandboxWay;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The ways to provoke each code that the catalogue names. */
@MicronautTest
class SandboxWayTest {

    private final World world;
    private final Customer acme;
    private final Refusals refusals;

    SandboxWayTest(World world) {
        this.world = world;
        this.acme = world.newCustomer();
        this.refusals = new Refusals(world);
    }

    /** Codes caused by requests are tested in {@link GoldenTest}, the others here. */
    @ParameterizedTest
    @EnumSource
    void every_code_is_met_by_itself_or_on_demand(ErrorCode code) {
        boolean byItself = Refusals.ON_WEBSOCKETS_ONLY.contains(code.toString())
                || refusals.all().stream().anyMatch(refusal -> refusal.code().equals(code.toString()));
        boolean onDemand = Stream.of(Trigger.values()).anyMatch(trigger -> trigger.toString().equals(code.toString()));

        assertThat(byItself || onDemand).isTrue();
        assertThat(code.sandboxWay().onDemand()).isEqualTo(onDemand);
    }

    /** The duration of a limit may differ. */
    @ParameterizedTest
    @EnumSource
    void a_failure_on_demand_looks_like_a_real_one(Trigger trigger) {
        var golden = Golden.of(refusals.triggered(trigger));

        golden.isTheSameInEveryDialect();
        if (ErrorCode.find(trigger.toString()).orElseThrow().kind() != ErrorKind.LIMITED) {
            golden.isAsKept();
        }
    }

    @Test
    void a_failure_on_demand_leaves_nothing_behind() {
        acme.deposit("10.00", "USD");
        var named = Refusals.named(acme, Refusals.newName());
        var quote = named.quote("10.00");

        Refusals.asking(named, Trigger.QUOTE_EXPIRED).execute(quote).isError(409, "quote_expired").means("not_applied", "new_request");
        Refusals.asking(named, Trigger.INTERNAL_ERROR).execute(quote).isError(500, "internal_error").means("unknown", "same_request");
        Refusals.asking(acme, Trigger.INTERNAL_ERROR).execute(quote).isError(500, "internal_error").means("unknown", "never");

        assertThat(acme.balance("USD")).isEqualTo("10.00 + 0.00");
        named.execute(quote).isOk();
        assertThat(acme.balance("USD")).isEqualTo("0.00 + 0.00");
    }

    @ParameterizedTest
    @CsvSource({"nonsense", "quote_already_used", "QUOTE_EXPIRED", "quote_expired", "idempotency_request_in_flight"})
    void what_cannot_fail_so_is_told(String asked) {
        assertThat(acme.api().with(SandboxWay.TRIGGER, asked).get("/v1/accounts").isError(400, "invalid_request").message()).contains("rigger");
    }

    @Test
    void what_is_wrong_in_earnest_comes_first() {
        world.stranger().with(SandboxWay.TRIGGER, "internal_error").get("/v1/accounts").isError(401, "missing_api_key");
        Refusals.asking(acme, Trigger.INTERNAL_ERROR).api().get("/v1/nowhere").isError(404, "not_found");
    }

    @Test
    void strangers_ask_in_vain() {
        world.stranger().with(SandboxWay.TRIGGER, "internal_error").get("/v1/errors").isOk();
    }
}
