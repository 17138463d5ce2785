package dev.corridor.application.access;

import dev.corridor.application.access.port.Allowances;
import dev.corridor.application.access.port.Allowances.Allowance;
import dev.corridor.application.access.port.Allowances.Spending;
import dev.corridor.domain.access.Limit;
import dev.corridor.domain.access.LimitError;
import dev.corridor.domain.access.LimitError.QuotaExhausted;
import dev.corridor.domain.access.LimitError.RateLimitExceeded;
import dev.corridor.domain.access.MonthlyQuota;
import dev.corridor.domain.access.Plan;
import dev.corridor.domain.access.Plans;
import dev.corridor.domain.access.RateLimit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

public final class CountRequestService implements CountRequest {

    private static final String RATE = "rate";
    private static final String ROUTE = "route";
    private static final String QUOTA = "quota";
    private static final String ORGANIZATION = "organization-";

    private final Allowances allowances;
    private final Plans plans;
    private final RouteLimits routes;
    private final InstantSource clock;

    public CountRequestService(Allowances allowances, Plans plans, RouteLimits routes, InstantSource clock) {
        this.allowances = allowances;
        this.plans = plans;
        this.routes = routes;
        this.clock = clock;
    }

    @Override
    public boolean mayWait(Command command) {
        return allowances.mayWait() && isLimited(command);
    }

    @Override
    public Usage count(Command command) {
        if (!isLimited(command)) {
            return Usage.UNLIMITED;
        }
        var now = clock.instant();
        var standings = new ArrayList<Standing>();
        for (var due : due(command, now)) {
            var spending = allowances.spend(due.allowance);
            standings.add(standing(due, spending, now));
            if (!spending.isSpent()) {
                return new Usage(standings, Optional.of(refusal(due.allowance.limit(), spending, now)));
            }
        }
        return new Usage(standings, Optional.empty());
    }

    /** @param policy the public name; the allowance of a route is keyed by the route instead */
    private record Due(String policy, Allowance allowance) {}

    private boolean isLimited(Command command) {
        return plan(command).map(plan -> plan.rate().isPresent() || plan.monthlyQuota().isPresent()).orElse(false)
                || routes.of(command.route()).isPresent();
    }

    private List<Due> due(Command command, Instant now) {
        var plan = plan(command);
        var due = new ArrayList<Due>();
        plan.flatMap(Plan::rate).ifPresent(rate -> due.add(new Due(RATE, ofCaller(RATE, command, rate))));
        plan.flatMap(Plan::organizationRate).ifPresent(rate -> due.add(ofOrganization(RATE, command, rate)));
        routes.of(command.route()).ifPresent(rate -> due.add(new Due(ROUTE, ofCaller(command.route(), command, rate))));
        plan.flatMap(Plan::monthlyQuota).ifPresent(quota -> due.add(new Due(QUOTA, ofCaller(QUOTA, command, MonthlyQuota.at(now, quota)))));
        plan.flatMap(Plan::organizationQuota).ifPresent(quota -> due.add(ofOrganization(QUOTA, command, MonthlyQuota.at(now, quota))));
        return due;
    }

    /** Each tier is counted by itself, or a key of a low one could use up what a high one has. */
    private static Due ofOrganization(String policy, Command command, Limit limit) {
        var caller = command.caller().orElseThrow();
        var name = ORGANIZATION + policy;
        return new Due(name, new Allowance(name + " " + caller.tier(), caller.organization().toString(), false, limit));
    }

    private Optional<Plan> plan(Command command) {
        return command.caller().map(caller -> plans.of(caller.tier()));
    }

    private static Allowance ofCaller(String policy, Command command, Limit limit) {
        return command.caller()
                .map(caller -> new Allowance(policy, caller.principal().toString(), false, limit))
                .orElseGet(() -> new Allowance(policy, command.from().household().toString(), true, limit));
    }

    private static Standing standing(Due due, Spending spending, Instant now) {
        var limit = due.allowance.limit();
        var until = switch (limit) {
            case MonthlyQuota quota -> Duration.between(now, quota.resetAt());
            case RateLimit rate -> spending.isSpent() ? spending.untilFull() : spending.untilNext();
        };
        return new Standing(due.policy, limit, spending.remaining(), until);
    }

    private static LimitError refusal(Limit limit, Spending spending, Instant now) {
        return switch (limit) {
            case MonthlyQuota quota -> new QuotaExhausted(quota.resetAt(), Duration.between(now, quota.resetAt()));
            case RateLimit rate -> new RateLimitExceeded(spending.untilNext());
        };
    }
}
