package dev.corridor.domain.access;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The plan of each tier. */
public record Plans(Map<Tier, Plan> byTier) {

    /** Rates, and connections of the two highest: the NexusGlass contract, "Rate limits". The others, and subscriptions: the TickDB contract, "Plans". */
    public static final Plans STANDARD = new Plans(Map.of(
            Tier.STREAM, new Plan(Optional.of(RateLimit.perMinute(120)), Optional.empty(), 2, 1, 5),
            Tier.QUANT, new Plan(Optional.of(RateLimit.perMinute(3_000)), Optional.empty(), 2, 1, 50),
            Tier.PULSE, new Plan(Optional.of(RateLimit.perMinute(600_000)), Optional.empty(), 2, 5, 300),
            Tier.ORACLE, new Plan(Optional.empty(), Optional.empty(), 2, 10, 5_000)));

    public Plans {
        var sorted = new EnumMap<Tier, Plan>(byTier);
        for (var tier : Tier.values()) {
            if (!sorted.containsKey(tier)) {
                throw new IllegalArgumentException("the tier " + tier + " has no plan");
            }
        }
        byTier = Collections.unmodifiableMap(sorted);
    }

    public Plan of(Tier tier) {
        return byTier.get(tier);
    }

    public Plans with(Tier tier, Plan plan) {
        var changed = new EnumMap<>(byTier);
        changed.put(tier, plan);
        return new Plans(changed);
    }
}
