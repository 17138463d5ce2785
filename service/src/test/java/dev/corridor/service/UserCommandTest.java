package dev.corridor.service;

import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aPrimaryAccountOf;
import static dev.corridor.testing.Fixtures.aSessionOf;
import static dev.corridor.testing.Fixtures.aUserOf;
import static dev.corridor.testing.Fixtures.anOrganization;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.application.user.port.Users.Change;
import dev.corridor.application.user.port.Users.Registration;
import dev.corridor.domain.user.Lockout;
import dev.corridor.domain.user.Session;
import dev.corridor.domain.user.Token;
import dev.corridor.domain.user.User;
import dev.corridor.persistence.user.PostgresSessions;
import dev.corridor.persistence.user.PostgresUsers;
import dev.corridor.service.database.ServiceDatabase;
import dev.corridor.service.settings.Settings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserCommandTest {

    @TempDir
    private static Path directory;

    private static ServiceDatabase database;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private PostgresUsers users;
    private User user;
    private Session session;

    @BeforeAll
    static void start() {
        database = ServiceDatabase.start(settings());
    }

    @BeforeEach
    void logIn() {
        users = new PostgresUsers(database.owner());
        var organization = anOrganization();
        user = aUserOf(organization);
        session = aSessionOf(user);
        users.register(new Registration(user, organization, aPrimaryAccountOf(organization), List.of()));
        users.change(user.id(), open -> new Change<>(open, lockedOut(open.user()), List.of(session), List.of()));
    }

    private static User lockedOut(User user) {
        var failed = user;
        for (int i = 0; i < Lockout.MAX_FAILED_LOGINS; i++) {
            failed = failed.afterLogin(false, NOON);
        }
        return failed;
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    private static Settings settings() {
        return Settings.of(Map.of("CORRIDOR_DATA_DIR", directory.toString()));
    }

    private ExitCode run(String email, String change) {
        return new UserCommand().run(settings(), List.of(email, change), new PrintStream(output, true, StandardCharsets.UTF_8));
    }

    private boolean isOpen() {
        return new PostgresSessions(database.owner()).find(Token.refresh(session, NOON)).orElseThrow().session().endedAt().isEmpty();
    }

    @Test
    void a_user_is_unlocked_and_then_logged_out() {
        assertThat(run(user.email().value(), "unlock")).isEqualTo(ExitCode.DONE);

        assertThat(users.find(user.id()).orElseThrow().lockout()).isEqualTo(Lockout.NONE);
        assertThat(isOpen()).isTrue();
        assertThat(output.toString(StandardCharsets.UTF_8)).contains(user.id().toString(), user.organization().toString());

        assertThat(run(user.email().value(), "end-sessions")).isEqualTo(ExitCode.DONE);

        assertThat(isOpen()).isFalse();
    }

    @Test
    void an_address_that_no_user_has_is_a_failure() {
        assertThat(run("unknown@example.com", "unlock")).isEqualTo(ExitCode.FAILED);

        assertThat(output.toString(StandardCharsets.UTF_8)).isEqualToNormalizingNewlines("no user has this e-mail address\n");
    }

    @Test
    void a_wrong_word_is_misuse() {
        assertThatThrownBy(() -> run("ada@example.com", "promote")).isInstanceOf(MisuseException.class).hasMessageContaining("unlock, end-sessions");
        assertThatThrownBy(() -> run("ada", "unlock")).isInstanceOf(MisuseException.class).hasMessageContaining("e-mail address");
    }
}
