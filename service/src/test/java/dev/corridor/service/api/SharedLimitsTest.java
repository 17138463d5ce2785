package dev.corridor.service.api;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

/** Counted in the database, for all nodes. */
@MicronautTest
@Property(name = ServiceUnderTest.TIERS, value = LimitsContract.TIERS)
@Property(name = ServiceUnderTest.ROUTE_LIMITS, value = LimitsContract.ROUTE_LIMITS)
@Property(name = ServiceUnderTest.UNKNOWN_KEY_LIMIT, value = LimitsContract.UNKNOWN_KEY_LIMIT)
@Property(name = ServiceUnderTest.NEW_WALLET_LIMIT, value = LimitsContract.NEW_WALLET_LIMIT)
@Property(name = ServiceUnderTest.LIMITS, value = "database")
class SharedLimitsTest extends LimitsContract {

    SharedLimitsTest(World world) {
        super(world);
    }
}
