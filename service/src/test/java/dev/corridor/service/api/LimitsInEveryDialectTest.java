package dev.corridor.service.api;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@MicronautTest
@Property(name = ServiceUnderTest.TIERS, value = "STREAM rate=1/min; QUANT quota=1")
class LimitsInEveryDialectTest {

    private final World world;

    LimitsInEveryDialectTest(World world) {
        this.world = world;
    }

    @TestFactory
    Stream<DynamicTest> a_limit_looks_as_it_is_kept() {
        return new Refusals(world).ofLimits().stream().map(refusal -> DynamicTest.dynamicTest(refusal.name(), () -> {
            var golden = Golden.of(refusal);
            golden.isTheSameInEveryDialect();
            golden.isAsKept();
        }));
    }
}
