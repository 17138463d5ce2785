package dev.corridor.service.api;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** One failure, six contracts, one meaning. */
@MicronautTest
class GoldenTest {

    private final World world;

    GoldenTest(World world) {
        this.world = world;
    }

    @TestFactory
    Stream<DynamicTest> every_refusal_is_told_in_every_dialect() {
        return new Refusals(world).all().stream().map(refusal -> DynamicTest.dynamicTest(refusal.name(), () -> {
            var golden = Golden.of(refusal);

            golden.isTheSameInEveryDialect();
            golden.isAsKept();
        }));
    }
}
