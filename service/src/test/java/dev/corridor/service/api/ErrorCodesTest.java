package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.http.edge.dialect.NxosDialect;
import dev.corridor.http.edge.problem.ErrorCode;
import dev.corridor.service.api.Refusals.Refusal;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A real request for every code; {@link OverloadTest} has the missing one. */
@MicronautTest
class ErrorCodesTest {

    private final Customer acme;
    private final List<Refusal> refusals;
    private final List<Refusal> refusalsOfLimits;

    ErrorCodesTest(World world) {
        this.acme = world.newCustomer();
        this.refusals = new Refusals(world).all();
        this.refusalsOfLimits = new Refusals(world).ofLimits();
    }

    @TestFactory
    Stream<DynamicTest> every_code_has_its_status() {
        return refusals.stream().map(refusal -> DynamicTest.dynamicTest(
                refusal.name(), () -> assertThat(refusal.inNxos().isError(refusal.status(), refusal.code()).text("/error/code"))
                        .isEqualTo(codeInNxos(refusal))));
    }

    /** The contract merges some of our codes. */
    private static String codeInNxos(Refusal refusal) {
        return NxosDialect.placeIn(ErrorCode.find(refusal.code()).orElseThrow()).code();
    }

    /**
     * Codes of limits are in {@link LimitsInEveryDialectTest}, an overload in {@link OverloadTest}, a failing source of rates in
     * {@link RateSourceTest}.
     */
    @Test
    void none_is_missing() {
        var met = Stream.concat(
                Stream.concat(refusals.stream(), refusalsOfLimits.stream()).map(Refusal::code),
                Stream.concat(
                        Stream.of(ErrorCode.SERVICE_UNAVAILABLE, ErrorCode.DATA_SOURCE_UNAVAILABLE).map(ErrorCode::toString),
                        Refusals.ON_WEBSOCKETS_ONLY.stream()));

        assertThat(met.distinct()).containsExactlyInAnyOrderElementsOf(Stream.of(ErrorCode.values()).map(ErrorCode::toString).toList());
    }

    @Test
    void the_funds_that_are_lacking_are_named() {
        assertThat(of("insufficient_funds").message())
                .isEqualTo("The account does not have enough balance for this operation: 1.00 EUR required, 0.00 EUR available.");
    }

    @Test
    void a_fault_of_ours_leaks_nothing() {
        assertThat(of("internal_error").message())
                .isEqualTo("Something went wrong on our side. Retry the request, and quote its id if it fails again.");
    }

    @Test
    void a_key_that_could_not_be_checked_may_be_good() {
        assertThat(of("authentication_failed").message()).endsWith("Retry the request.");

        acme.api().get("/v1/accounts").isOk();
    }

    private Answer of(String name) {
        return refusals.stream().filter(refusal -> refusal.name().equals(name)).findFirst().orElseThrow().inNxos();
    }
}
