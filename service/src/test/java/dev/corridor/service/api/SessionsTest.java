package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The sessions of a user, and the change of the password. */
@MicronautTest
class SessionsTest {

    private static final String PASSWORD = "Str0ng&Safe";
    private static final String ANOTHER = "An0ther&Safe";
    private static final String SESSIONS = "/v1/auth/sessions";

    private final World world;
    private final String email = UUID.randomUUID() + "@example.com";

    SessionsTest(World world) {
        this.world = world;
        world.stranger().post("/v1/auth/register", Body.of("email", email, "password", PASSWORD)).isOk();
    }

    private Answer tryToLogIn(String password) {
        return world.stranger().with("X-Forwarded-For", "203.0.113.7").post("/v1/auth/login", Body.of("email", email, "password", password));
    }

    private ApiClient with(Answer login) {
        return world.stranger().withKey(login.text("/accessToken"));
    }

    private Answer refresh(Answer login) {
        return world.stranger().post("/v1/auth/refresh", Body.of("refreshToken", login.text("/refreshToken")));
    }

    private static Answer change(ApiClient api, String present, String chosen) {
        return api.post("/v1/auth/password", Body.of("currentPassword", present, "newPassword", chosen));
    }

    @Test
    void a_session_says_from_where_and_when_and_until_when() {
        var login = tryToLogIn(PASSWORD).isOk();
        world.clock.advance(Duration.ofMinutes(10));
        refresh(login).isOk();

        var list = with(login).get(SESSIONS).isOk();

        assertThat(list.json().at("/data")).hasSize(1);
        assertThat(list.text("/data/0/sessionId")).isEqualTo(login.text("/sessionId"));
        assertThat(list.text("/data/0/address")).isEqualTo("203.0.113.7");
        assertThat(list.text("/data/0/refreshedAt")).isGreaterThan(list.text("/data/0/startedAt"));
        assertThat(list.text("/data/0/expiresAt")).isGreaterThan(list.text("/data/0/refreshedAt"));
    }

    @Test
    void a_user_ends_the_session_on_a_lost_device() {
        var lost = tryToLogIn(PASSWORD).isOk();
        var here = tryToLogIn(PASSWORD).isOk();
        with(lost).get("/v1/accounts").isOk();
        assertThat(with(here).get(SESSIONS).isOk().texts("sessionId")).containsExactly(here.text("/sessionId"), lost.text("/sessionId"));

        assertThat(with(here).delete(SESSIONS + "/" + lost.text("/sessionId")).isOk().text("/endedAt")).isNotEmpty();

        with(lost).get("/v1/accounts").isError(401, "token_revoked");
        refresh(lost).isError(401, "token_revoked");
        with(here).delete(SESSIONS + "/" + lost.text("/sessionId")).isError(404, "session_not_found");
        with(here).delete(SESSIONS + "/nonsense").isError(400, "invalid_request");
        assertThat(with(here).get(SESSIONS).isOk().texts("sessionId")).containsExactly(here.text("/sessionId"));
        assertThat(with(here).get("/v1/audit?action=user.session_ended").isOk().texts("subject")).containsExactly(lost.text("/sessionId"));
    }

    @Test
    void a_new_password_ends_the_sessions_of_all_who_knew_the_old_one() {
        var thief = tryToLogIn(PASSWORD).isOk();
        var owner = tryToLogIn(PASSWORD).isOk();
        with(thief).get("/v1/accounts").isOk();

        var changed = change(with(owner), PASSWORD, ANOTHER).isOk();

        with(thief).get("/v1/accounts").isError(401, "token_revoked");
        with(owner).get("/v1/accounts").isError(401, "token_revoked");
        refresh(thief).isError(401, "token_revoked");
        with(changed).get("/v1/accounts").isOk();
        refresh(changed).isOk();
        tryToLogIn(PASSWORD).isError(401, "invalid_credentials");
        tryToLogIn(ANOTHER).isOk();
    }

    @Test
    void a_refused_change_of_password_names_the_reason() {
        var user = with(tryToLogIn(PASSWORD).isOk());

        assertThat(change(user, PASSWORD, "weak").isError(400, "validation_error").message()).startsWith("newPassword must have 8");
        change(world.newCustomer().api(), PASSWORD, ANOTHER).isError(403, "forbidden");
        for (int i = 0; i < 5; i++) {
            change(user, "Wr0ng&Safe!", ANOTHER).isError(401, "invalid_credentials");
        }
        var locked = change(user, PASSWORD, ANOTHER).isError(423, "account_locked");
        assertThat(locked.headers().firstValue("Retry-After")).contains("900");
        assertThat(locked.headers().firstValue("Corridor-Retry")).contains("after");
        tryToLogIn(PASSWORD).isError(423, "account_locked");
        world.clock.advance(Duration.ofMinutes(15));
        tryToLogIn(PASSWORD).isOk();
    }

    @Test
    void no_key_asks_for_sessions() {
        world.newCustomer().api().get(SESSIONS).isError(403, "forbidden");
        world.newCustomer().api().delete(SESSIONS + "/sess_00000000000070008000000000000000").isError(403, "forbidden");
    }
}
