package dev.corridor.domain.access;

/** How much of something there is: either it comes back as time passes, or it has to last for a month. */
public sealed interface Limit permits RateLimit, MonthlyQuota {

    /** How many there are when nothing was spent. */
    long capacity();
}
