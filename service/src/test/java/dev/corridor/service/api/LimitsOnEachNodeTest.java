package dev.corridor.service.api;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

/** Counted in memory on each node. */
@MicronautTest
@Property(name = ServiceUnderTest.TIERS, value = LimitsContract.TIERS)
@Property(name = ServiceUnderTest.ROUTE_LIMITS, value = LimitsContract.ROUTE_LIMITS)
@Property(name = ServiceUnderTest.UNKNOWN_KEY_LIMIT, value = LimitsContract.UNKNOWN_KEY_LIMIT)
@Property(name = ServiceUnderTest.NEW_WALLET_LIMIT, value = LimitsContract.NEW_WALLET_LIMIT)
class LimitsOnEachNodeTest extends LimitsContract {

    LimitsOnEachNodeTest(World world) {
        super(world);
    }
}
