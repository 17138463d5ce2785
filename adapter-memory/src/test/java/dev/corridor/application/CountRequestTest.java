package dev.corridor.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.access.CountRequest;
import dev.corridor.application.access.CountRequest.Command;
import dev.corridor.application.access.CountRequest.Standing;
import dev.corridor.application.access.CountRequest.Usage;
import dev.corridor.application.access.CountRequestService;
import dev.corridor.application.access.RouteLimits;
import dev.corridor.application.access.port.Allowances;
import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.IpAddress;
import dev.corridor.domain.access.LimitError.QuotaExhausted;
import dev.corridor.domain.access.LimitError.RateLimitExceeded;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.access.Plan;
import dev.corridor.domain.access.Plans;
import dev.corridor.domain.access.RateLimit;
import dev.corridor.domain.access.Tier;
import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.memory.InMemoryAllowances;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CountRequestTest {

    private static final IpAddress HOME = IpAddress.parse("192.0.2.1");
    private static final String READ = "GET /v1/accounts";
    private static final String LOGIN = "POST /v1/auth/login";
    private static final RateLimit TWO_A_MINUTE = RateLimit.perMinute(2);
    private static final Plans PLANS = Plans.STANDARD
            .with(Tier.STREAM, new Plan(Optional.of(TWO_A_MINUTE), Optional.empty(), 2, 1, 5))
            .with(Tier.QUANT, new Plan(Optional.of(RateLimit.perMinute(4)), Optional.of(3L), 2, 1, 5));

    private final World world = new World();
    private final CountRequest countRequest = count(new InMemoryAllowances(world.clock), new RouteLimits(Map.of(LOGIN, TWO_A_MINUTE)));

    private CountRequest count(Allowances allowances, RouteLimits routes) {
        return new CountRequestService(allowances, PLANS, routes, world.clock);
    }

    /** By another key each time. */
    private Command by(Tier tier, String route) {
        return by(world.organization.id(), tier, route);
    }

    private Command elsewhere(Tier tier, String route) {
        return by(new OrganizationId(world.ids.next()), tier, route);
    }

    private Command by(OrganizationId organization, Tier tier, String route) {
        var key = new ApiKeyId(world.ids.next());
        var caller = new Caller(organization, key, Environment.SANDBOX, Permission.ALL, tier, Optional.empty());
        return new Command(Optional.of(caller), HOME, route);
    }

    private static Command from(String address, String route) {
        return new Command(Optional.empty(), IpAddress.parse(address), route);
    }

    private Usage count(Command command, int times) {
        for (int i = 1; i < times; i++) {
            countRequest.count(command).requireAllowed();
        }
        return countRequest.count(command);
    }

    @Test
    void a_key_sends_as_many_requests_as_its_tier_gives_and_then_waits() {
        var command = by(Tier.STREAM, READ);

        assertThat(countRequest.count(command).standings())
                .containsExactly(
                        new Standing("rate", TWO_A_MINUTE, 1, Duration.ofSeconds(30)),
                        new Standing("organization-rate", RateLimit.perMinute(4), 3, Duration.ofSeconds(15)));
        countRequest.count(command).requireAllowed();
        world.clock.advance(Duration.ofSeconds(20));
        var third = countRequest.count(command);

        assertThat(third.refusal()).contains(new RateLimitExceeded(Duration.ofSeconds(10)));
        assertThat(third.standings()).containsExactly(new Standing("rate", TWO_A_MINUTE, 0, Duration.ofSeconds(10)));
        assertThat(countRequest.count(by(Tier.STREAM, READ)).refusal()).isEmpty();
    }

    @Test
    void the_keys_of_an_organization_share_what_two_of_them_have() {
        count(by(Tier.STREAM, READ), 2).requireAllowed();
        count(by(Tier.STREAM, READ), 2).requireAllowed();

        assertThat(countRequest.count(by(Tier.STREAM, READ)).refusal()).contains(new RateLimitExceeded(Duration.ofSeconds(15)));
        assertThat(countRequest.count(by(Tier.QUANT, READ)).refusal()).isEmpty();
        assertThat(countRequest.count(elsewhere(Tier.STREAM, READ)).refusal()).isEmpty();
    }

    @Test
    void the_keys_of_an_organization_share_the_quota_of_two_of_them() {
        count(by(Tier.QUANT, READ), 3).requireAllowed();
        count(by(Tier.QUANT, READ), 3).requireAllowed();

        assertThat(countRequest.count(by(Tier.QUANT, READ)).refusal()).containsInstanceOf(QuotaExhausted.class);
        assertThat(countRequest.count(elsewhere(Tier.QUANT, READ)).refusal()).isEmpty();
    }

    @Test
    void a_tier_without_limits_is_not_counted() {
        var untouched = count(
                new Allowances() {
                    @Override
                    public Spending spend(Allowance allowance) {
                        throw new AssertionError("was asked for " + allowance);
                    }

                    @Override
                    public Duration untilNext(Allowance allowance) {
                        throw new AssertionError("was asked for " + allowance);
                    }

                    @Override
                    public boolean mayWait() {
                        return true;
                    }
                },
                RouteLimits.NONE);

        assertThat(untouched.mayWait(by(Tier.ORACLE, READ))).isFalse();
        assertThat(untouched.count(by(Tier.ORACLE, READ))).isEqualTo(new Usage(List.of(), Optional.empty()));
        assertThat(untouched.mayWait(by(Tier.STREAM, READ))).isTrue();
    }

    @Test
    void a_request_that_the_rate_refuses_costs_nothing_of_the_quota() {
        var command = by(Tier.QUANT, READ);
        var end = Instant.parse("2025-04-01T00:00:00Z");

        assertThat(count(command, 3).refusal()).isEmpty();
        assertThat(countRequest.count(command).refusal())
                .contains(new QuotaExhausted(end, Duration.between(world.clock.instant(), end)));
        assertThat(countRequest.count(command).refusal()).containsInstanceOf(RateLimitExceeded.class);
        world.clock.advance(Duration.between(world.clock.instant(), end).minusMillis(1));
        assertThat(countRequest.count(command).refusal()).contains(new QuotaExhausted(end, Duration.ofMillis(1)));
        world.clock.advance(Duration.ofMillis(1));
        assertThat(count(command, 3).refusal()).isEmpty();
    }

    @Test
    void whoever_needs_no_key_is_counted_by_address() {
        assertThat(count(from("192.0.2.1", LOGIN), 2).refusal()).isEmpty();
        assertThat(countRequest.count(from("192.0.2.1", LOGIN)).refusal()).contains(new RateLimitExceeded(Duration.ofSeconds(30)));
        assertThat(countRequest.count(from("192.0.2.2", LOGIN)).refusal()).isEmpty();
        assertThat(count(from("192.0.2.1", "POST /v1/auth/register"), 9).standings()).isEmpty();
    }

    @Test
    void an_address_of_version_6_is_counted_with_its_neighbours() {
        countRequest.count(from("2001:db8::1", LOGIN)).requireAllowed();
        countRequest.count(from("2001:db8::2", LOGIN)).requireAllowed();

        assertThat(countRequest.count(from("2001:db8::ffff:3", LOGIN)).refusal()).isPresent();
        assertThat(countRequest.count(from("2001:db8:0:1::1", LOGIN)).refusal()).isEmpty();
    }
}
