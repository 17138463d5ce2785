package dev.corridor.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.ServiceUnavailable;
import dev.corridor.domain.user.Password;
import dev.corridor.domain.user.PasswordHash;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class Argon2HashesTest {

    private static final Password RIGHT = new Password("Str0ng&Sàfe");
    private static final Password WRONG = new Password("Str0ng&Safe");

    private final Argon2Hashes hashes = new Argon2Hashes(Argon2Expense.STANDARD);

    @AfterEach
    void close() {
        hashes.close();
    }

    @Test
    void only_the_password_itself_matches() {
        var hash = Optional.of(hashes.hash(RIGHT));

        assertThat(hashes.matches(RIGHT, () -> hash)).isTrue();
        assertThat(hashes.matches(WRONG, () -> hash)).isFalse();
    }

    @Test
    void nobodys_password_matches_nothing() {
        assertThat(hashes.matches(RIGHT, Optional::empty)).isFalse();
        assertThat(hashes.matches(new Password(""), Optional::empty)).isFalse();
    }

    @Test
    void two_hashes_of_one_password_differ_and_say_how_they_were_made() {
        var first = hashes.hash(RIGHT).value();

        assertThat(first).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").isNotEqualTo(hashes.hash(RIGHT).value());
        assertThat(Argon2Hash.parse(first)).hasToString(first);
    }

    /** From the reference implementation: {@code argon2 somesalt -id -t 2 -m 16 -p 1}, with the password "password". */
    @Test
    void a_hash_of_another_program_and_another_expense_is_understood() {
        var hash = new PasswordHash("$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc");

        assertThat(hashes.matches(new Password("password"), () -> Optional.of(hash))).isTrue();
        assertThat(hashes.matches(new Password("passwore"), () -> Optional.of(hash))).isFalse();
    }

    @Test
    void what_is_no_hash_is_refused() {
        for (var text : new String[]{
            "", "hash", "$argon2i$v=19$m=19456,t=2,p=1$c2FsdA$ZGlnZXN0", "$argon2id$v=19$m=19456,t=2$c2FsdA$ZGlnZXN0",
            "$argon2id$v=19$t=2,m=1,p=1$c2FsdA$ZA"
        }) {
            assertThatThrownBy(() -> Argon2Hash.parse(text)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_crowd_waits_up_to_a_limit_and_the_rest_is_told_to_come_again() throws Exception {
        int refused = 0;
        try (var few = new Argon2Hashes(Argon2Expense.STANDARD, 1, 2, 2);
                var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var attempts = new ArrayList<Future<PasswordHash>>();
            for (int i = 0; i < 16; i++) {
                attempts.add(crowd.submit(() -> few.hash(RIGHT)));
            }
            for (var attempt : attempts) {
                try {
                    attempt.get();
                } catch (ExecutionException e) {
                    assertThat(e.getCause())
                            .isInstanceOfSatisfying(
                                    BusinessException.class, no -> assertThat(no.error()).isEqualTo(new ServiceUnavailable()));
                    refused++;
                }
            }
        }

        assertThat(refused).isBetween(1, 13);
    }

    /** One check lasts as long as one hash, so that few of those who register are served before it. */
    @Test
    void a_login_does_not_wait_for_those_who_register() throws Exception {
        var hash = Optional.of(hashes.hash(RIGHT));
        try (var busy = new Argon2Hashes(Argon2Expense.STANDARD, 1, 1, 40);
                var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var registrations = IntStream.range(0, 40).mapToObj(i -> crowd.submit(() -> busy.hash(RIGHT))).toList();

            assertThat(busy.matches(RIGHT, () -> hash)).isTrue();

            assertThat(registrations.stream().filter(Future::isDone).count()).isLessThan(20);
            for (var registration : registrations) {
                registration.get();
            }
        }
    }

    @Test
    void those_who_register_are_refused_while_logins_go_on() {
        var hash = Optional.of(hashes.hash(RIGHT));
        try (var busy = new Argon2Hashes(Argon2Expense.STANDARD, 1, 1, 1);
                var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var registrations = IntStream.range(0, 20).mapToObj(i -> crowd.submit(() -> busy.hash(RIGHT))).toList();

            assertThat(busy.matches(RIGHT, () -> hash)).isTrue();

            assertThat(registrations).anySatisfy(refused -> assertThatThrownBy(refused::get).hasRootCauseInstanceOf(BusinessException.class));
        }
    }
}
