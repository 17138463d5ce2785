package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A crowd registers where a password costs what it does in operation. */
@MicronautTest
@Property(name = ServiceUnderTest.PASSWORDS, value = "standard")
class RegistrationCrowdTest {

    private final World world;

    RegistrationCrowdTest(World world) {
        this.world = world;
    }

    /** If logins waited in the queue of registrations, far more than half of those would be over first. */
    @Test
    void many_who_register_at_once_keep_no_user_waiting() throws Exception {
        var person = Person.register(world, "Acme");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var hashed = new AtomicInteger();
            var crowd = IntStream.range(0, 180).mapToObj(i -> threads.submit(() -> {
                var registration = Body.of("email", "crowd" + i + "@example.com", "password", Person.PASSWORD, "organizationName", "Crowd");
                int status = world.stranger().post("/v1/auth/register", registration).status();
                hashed.addAndGet(status == 200 ? 1 : 0);
                return status;
            })).toList();

            person.loggedIn(world);

            assertThat(hashed).hasValueLessThan(90);
            for (var registration : crowd) {
                assertThat(registration.get()).isIn(200, 503);
            }
        }
    }
}
