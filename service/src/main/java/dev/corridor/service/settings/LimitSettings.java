package dev.corridor.service.settings;

import static dev.corridor.service.settings.Setting.CORRIDOR_LIMITS;
import static dev.corridor.service.settings.Setting.CORRIDOR_NEW_WALLET_LIMIT;
import static dev.corridor.service.settings.Setting.CORRIDOR_ROUTE_LIMITS;
import static dev.corridor.service.settings.Setting.CORRIDOR_TIERS;
import static dev.corridor.service.settings.Setting.CORRIDOR_UNKNOWN_KEY_LIMIT;

import dev.corridor.application.access.RouteLimits;
import dev.corridor.domain.access.Plan;
import dev.corridor.domain.access.Plans;
import dev.corridor.domain.access.RateLimit;
import dev.corridor.domain.access.Tier;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Rate limits and quotas.
 *
 * @param unknownKeys how many unknown keys an address may present; empty for unlimited
 * @param newWallets how often an organization may pay a new recipient; empty for unlimited
 * @param shared whether the nodes share their counts
 */
public record LimitSettings(Plans plans, RouteLimits routes, Optional<RateLimit> unknownKeys, Optional<RateLimit> newWallets, boolean shared) {

    private static final String NONE = "none";

    static LimitSettings read(SettingReader reader) {
        return new LimitSettings(
                reader.read(CORRIDOR_TIERS, LimitSettings::parsePlans),
                reader.read(CORRIDOR_ROUTE_LIMITS, LimitSettings::parseRoutes),
                reader.read(CORRIDOR_UNKNOWN_KEY_LIMIT, text -> optional(text, Optional.empty(), RateLimit::parse)),
                reader.read(CORRIDOR_NEW_WALLET_LIMIT, text -> text.isEmpty() ? Optional.empty() : Optional.of(RateLimit.parse(text))),
                reader.read(CORRIDOR_LIMITS, LimitSettings::parseShared));
    }

    private static boolean parseShared(String text) {
        return switch (text) {
            case "memory" -> false;
            case "database" -> true;
            default -> throw new IllegalArgumentException("expected memory or database");
        };
    }

    private static RouteLimits parseRoutes(String text) {
        var limits = new HashMap<String, RateLimit>();
        if (!text.equals(NONE)) {
            for (var part : text.split(",", -1)) {
                var sides = part.strip().split("=", -1);
                var route = sides[0].strip().split(" +");
                if (sides.length != 2 || route.length != 2 || !route[1].matches("/ws|/(v1|ws|portal|operator)/.*")) {
                    throw new IllegalArgumentException("expected POST /v1/auth/login=5/min, and more of them after commas");
                }
                if (limits.put(route[0] + " " + route[1], RateLimit.parse(sides[1].strip())) != null) {
                    throw new IllegalArgumentException(route[0] + " " + route[1] + " has two limits");
                }
            }
        }
        return new RouteLimits(limits);
    }

    private static Plans parsePlans(String text) {
        var plans = Plans.STANDARD;
        for (var part : text.split(";", -1)) {
            var words = part.strip().split(" +");
            var tier = parseTier(words[0]);
            plans = plans.with(tier, parsePlan(words, plans.of(tier)));
        }
        return plans;
    }

    private static Tier parseTier(String text) {
        try {
            return Tier.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("expected STREAM, QUANT, PULSE or ORACLE before what the tier gives, and a semicolon between tiers",
                    e);
        }
    }

    private static Plan parsePlan(String[] words, Plan before) {
        Map<String, String> values = new HashMap<>();
        for (int i = 1; i < words.length; i++) {
            var sides = words[i].split("=", -1);
            if (sides.length != 2 || values.put(sides[0], sides[1]) != null) {
                throw new IllegalArgumentException("expected rate=, burst=, quota=, keys=, connections= and subscriptions=, each at most once");
            }
        }
        var plan = new Plan(
                parseRate(values.remove("rate"), values.remove("burst"), before.rate()),
                optional(values.remove("quota"), before.monthlyQuota(), LimitSettings::number),
                (int) number(values.remove("keys"), before.keysWorth()),
                (int) number(values.remove("connections"), before.webSocketConnections()),
                (int) number(values.remove("subscriptions"), before.subscriptions()));
        if (!values.isEmpty()) {
            throw new IllegalArgumentException("a tier has no " + values.keySet().iterator().next());
        }
        return plan;
    }

    private static Optional<RateLimit> parseRate(String rate, String burst, Optional<RateLimit> before) {
        var parsed = optional(rate, before, RateLimit::parse);
        if (burst == null) {
            return parsed;
        }
        return Optional.of(parsed.map(limit -> new RateLimit(limit.requests(), limit.period(), number(burst)))
                .orElseThrow(() -> new IllegalArgumentException("there is no burst without a rate")));
    }

    private static <T> Optional<T> optional(String text, Optional<T> before, Function<String, T> parse) {
        if (text == null) {
            return before;
        }
        return text.equals(NONE) ? Optional.empty() : Optional.of(parse.apply(text));
    }

    private static long number(String text, long before) {
        return text == null ? before : number(text);
    }

    private static long number(String text) {
        // Nine digits are enough for all bounds and cannot overflow.
        if (!text.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException("expected a whole number below a billion");
        }
        return Long.parseLong(text);
    }
}
