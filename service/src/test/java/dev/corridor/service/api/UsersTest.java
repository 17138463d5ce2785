package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.domain.organization.OrganizationStatus;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Registration, login, tokens and logout. */
@MicronautTest
class UsersTest {

    private static final String RIGHT = "Str0ng&Safe";
    private static final String WRONG = "Wr0ng&Safe!";

    private static final AtomicInteger USERS = new AtomicInteger();

    private final World world;

    UsersTest(World world) {
        this.world = world;
    }

    /** A user with the response to the registration. */
    private record Person(String email, Answer registered) {

        String organization() {
            return registered.text("/organizationId");
        }

        String account() {
            return registered.text("/accountId");
        }
    }

    private record Login(ApiClient api, String accessToken, String refreshToken) {}

    private Person register() {
        var email = "ada" + USERS.incrementAndGet() + "@example.com";
        return new Person(email, register(email, RIGHT).isOk());
    }

    private Answer register(String email, String password) {
        return world.stranger()
                .post("/v1/auth/register", Body.of("email", email, "password", password, "organizationName", "Analytical Engines"));
    }

    private Answer tryToLogIn(String email, String password) {
        return world.stranger().post("/v1/auth/login", Body.of("email", email, "password", password));
    }

    private Login logIn(Person person) {
        var answer = tryToLogIn(person.email(), RIGHT).isOk();
        return new Login(
                world.stranger().withKey(answer.text("/accessToken")), answer.text("/accessToken"), answer.text("/refreshToken"));
    }

    private Answer refresh(String token) {
        return world.stranger().post("/v1/auth/refresh", Body.of("refreshToken", token));
    }

    private Answer accountsWith(String token) {
        return world.stranger().withKey(token).get("/v1/accounts");
    }

    @Test
    void whoever_registers_owns_an_organization_and_makes_keys_for_it() {
        var person = register();
        var login = logIn(person);

        login.api().get("/v1/auth/me").isJson(
                """
                {"object":"user","id":"%s","email":"%s","organizationId":"%s","createdAt":"%s"}
                """,
                person.registered().text("/user/id"), person.email(), person.organization(), person.registered().text("/user/createdAt"));
        assertThat(login.api().get("/v1/accounts").isOk().texts("accountId")).containsExactly(person.account());
        assertThat(login.api().get("/v1/organizations/" + person.organization()).isOk().text("/name")).isEqualTo("Analytical Engines");
        var key = login.api()
                .post("/v1/api-keys", Body.of("name", "Backend").with("{\"permissions\":[\"accounts:read\"]}"))
                .isOk();
        var backend = world.stranger().withKey(key.text("/secret"));
        assertThat(backend.get("/v1/accounts").isOk().texts("accountId")).containsExactly(person.account());
        backend.get("/v1/auth/me").isError(403, "forbidden");
        login.api().delete("/v1/api-keys/" + key.text("/apiKey/apiKeyId")).isOk();
        assertThat(login.api().get("/v1/audit").isOk().texts("action"))
                .containsExactly("api_key.deleted", "api_key.created", "user.logged_in", "user.registered");
    }

    @Test
    void money_moves_for_a_user_as_for_a_key() {
        var person = register();
        var customer = new Customer(logIn(person).api(), person.organization(), person.account());
        customer.deposit("100.00", "USD");

        customer.execute(customer.quote("100.00")).isOk();

        assertThat(customer.balance("USDC")).isEqualTo("99.970000 + 0.000000");
    }

    @Test
    void a_user_sees_nothing_of_others() {
        var other = register();
        var api = logIn(register()).api();

        api.get("/v1/accounts/" + other.account()).isError(404, "account_not_found");
        api.get("/v1/organizations/" + other.organization()).isError(404, "organization_not_found");
    }

    @Test
    void the_organization_is_called_what_the_address_says_if_nothing_else_is_said() {
        var person = world.stranger().post("/v1/auth/register", Body.of("email", "Grace@Navy.example.com", "password", RIGHT)).isOk();

        assertThat(person.text("/user/email")).isEqualTo("grace@navy.example.com");
        var login = tryToLogIn("GRACE@navy.example.COM", RIGHT).isOk();
        var organization = world.stranger().withKey(login.text("/accessToken")).get("/v1/organizations/" + person.text("/organizationId"));
        assertThat(organization.text("/name")).isEqualTo("navy.example.com");
    }

    @Test
    void who_registers_is_told_what_is_wrong() {
        var person = register();

        assertThat(register("ada", "weak").isError(400, "validation_error").message()).contains("email must be");
        assertThat(register("weak@example.com", "weak").isError(400, "validation_error").message())
                .isEqualTo("password must have 8 to 128 characters.");
        assertThat(register("weak@example.com", "weakweak").isError(400, "validation_error").message())
                .isEqualTo("password must contain at least one uppercase letter, one lowercase letter, one number, and one special character.");
        register(person.email().toUpperCase(Locale.ROOT), RIGHT).isError(409, "email_taken");
    }

    @Test
    void of_many_who_want_one_address_one_gets_it() throws Exception {
        assertThat(answersOf(8, () -> register("one@example.com", RIGHT))).isEqualTo(Map.of("200", 1L, "409 email_taken", 7L));
    }

    @Test
    void of_many_wrong_passwords_at_a_time_exactly_five_count_and_then_the_account_is_locked() throws Exception {
        var person = register();

        assertThat(answersOf(64, () -> tryToLogIn(person.email(), WRONG)))
                .isEqualTo(Map.of("401 invalid_credentials", 5L, "423 account_locked", 59L));

        tryToLogIn(person.email(), RIGHT).isError(423, "account_locked");
        world.clock.advance(Duration.ofMinutes(15));
        var login = logIn(person);
        assertThat(login.api().get("/v1/audit?action=user.login_failed").isOk().texts("actor"))
                .hasSize(5)
                .containsOnly("stranger");
        assertThat(login.api().get("/v1/audit?action=user.locked").isOk().texts("subject"))
                .containsExactly(person.registered().text("/user/id"));
    }

    @Test
    void many_right_passwords_at_a_time_are_all_right() throws Exception {
        var person = register();

        assertThat(answersOf(8, () -> tryToLogIn(person.email(), RIGHT))).isEqualTo(Map.of("200", 8L));
    }

    @Test
    void characters_typed_in_another_form_are_the_same_password() {
        var email = "zoe" + USERS.incrementAndGet() + "@example.com";
        register(email, "Stro\u0308ng&Safe1").isOk();

        tryToLogIn(email, "Str\u00f6ng&Safe1").isOk();
        tryToLogIn(email, "Strong&Safe1").isError(401, "invalid_credentials");
    }

    @Test
    void the_fifth_failure_still_answers_as_the_others_and_the_one_after_the_lock_locks_at_once() {
        var person = register();
        for (int i = 0; i < 5; i++) {
            tryToLogIn(person.email(), WRONG).isError(401, "invalid_credentials");
        }
        tryToLogIn(person.email(), WRONG).isError(423, "account_locked");

        world.clock.advance(Duration.ofMinutes(15));
        tryToLogIn(person.email(), WRONG).isError(401, "invalid_credentials");
        tryToLogIn(person.email(), RIGHT).isError(423, "account_locked");

        world.clock.advance(Duration.ofMinutes(15));
        logIn(person);
        for (int i = 0; i < 4; i++) {
            tryToLogIn(person.email(), WRONG).isError(401, "invalid_credentials");
        }
        logIn(person);
    }

    @Test
    void a_stranger_does_not_learn_who_is_a_user() {
        var known = tryToLogIn(register().email(), WRONG);
        var unknown = tryToLogIn("nobody@example.com", WRONG);

        assertThat(unknown.status()).isEqualTo(known.status()).isEqualTo(401);
        assertThat(unknown.body().replace(unknown.requestId(), "")).isEqualTo(known.body().replace(known.requestId(), ""));
        assertThat(unknown.headers().map().keySet()).isEqualTo(known.headers().map().keySet());
    }

    @Test
    void a_token_that_is_not_ours_is_invalid() throws Exception {
        var parts = logIn(register()).accessToken().split("\\.");
        var none = encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + parts[1] + ".";
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("another key, and long enough for it".getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
        var signature = mac.doFinal((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        var forged = parts[0] + "." + parts[1] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);

        for (var token : List.of("a.b.c", "..", parts[0] + "." + parts[1] + ".", none, forged)) {
            accountsWith(token).isError(401, "invalid_token");
            refresh(token).isError(401, "invalid_token");
        }
        accountsWith(parts[0]).isError(401, "invalid_api_key");
        world.stranger().with("X-API-Key", String.join(".", parts)).get("/v1/accounts").isError(401, "invalid_api_key");
        world.stranger().get("/v1/auth/me").isError(401, "missing_api_key");
    }

    @Test
    void each_token_is_good_for_one_thing_and_for_its_time() {
        var login = logIn(register());

        accountsWith(login.refreshToken()).isError(401, "invalid_token_type");
        refresh(login.accessToken()).isError(401, "invalid_token_type");

        world.clock.advance(Duration.ofMinutes(15));
        accountsWith(login.accessToken()).isError(401, "token_expired");
        var fresh = refresh(login.refreshToken()).isOk().text("/accessToken");
        accountsWith(fresh).isOk();
        refresh(login.refreshToken()).isOk();

        world.clock.advance(Duration.ofHours(24));
        refresh(login.refreshToken()).isError(401, "token_expired");
        accountsWith(login.refreshToken()).isError(401, "invalid_token_type");
    }

    @Test
    void whoever_wants_to_be_remembered_is_remembered_for_thirty_days() {
        var person = register();
        var login = world.stranger()
                .post("/v1/auth/login", Body.of("email", person.email(), "password", RIGHT).with("{\"rememberMe\":true}"))
                .isOk();

        world.clock.advance(Duration.ofDays(30).minusSeconds(1));
        refresh(login.text("/refreshToken")).isOk();
        world.clock.advance(Duration.ofSeconds(1));
        refresh(login.text("/refreshToken")).isError(401, "token_expired");
    }

    @Test
    void after_a_logout_the_tokens_are_revoked() {
        var person = register();
        var login = logIn(person);
        var other = logIn(person);
        login.api().get("/v1/accounts").isOk();

        login.api().post("/v1/auth/logout", Body.of("refreshToken", login.refreshToken())).isOk();

        login.api().get("/v1/accounts").isError(401, "token_revoked");
        refresh(login.refreshToken()).isError(401, "token_revoked");
        login.api().post("/v1/auth/logout").isError(401, "token_revoked");
        other.api().get("/v1/accounts").isOk();
        other.api().post("/v1/auth/logout").isOk();
        other.api().get("/v1/accounts").isError(401, "token_revoked");
        refresh(other.refreshToken()).isError(401, "token_revoked");
        world.clock.advance(Duration.ofMinutes(15));
        login.api().get("/v1/accounts").isError(401, "token_expired");
    }

    @Test
    void nobody_logs_others_out() {
        var login = logIn(register());
        var other = logIn(register());

        login.api().post("/v1/auth/logout", Body.of("refreshToken", other.refreshToken())).isError(401, "invalid_token");
        login.api().post("/v1/auth/logout", Body.of("refreshToken", other.accessToken())).isError(401, "invalid_token_type");

        login.api().get("/v1/accounts").isOk();
        refresh(other.refreshToken()).isOk();
    }

    @Test
    void a_user_of_an_organization_that_is_closed_is_kept_out() {
        var person = register();
        var login = logIn(person);
        login.api().get("/v1/accounts").isOk();

        world.setStatus(new Customer(login.api(), person.organization(), person.account()), OrganizationStatus.CLOSED);

        login.api().get("/v1/accounts").isError(403, "client_inactive");
        logIn(person).api().get("/v1/accounts").isError(403, "client_inactive");
    }

    /** The tables of a look-up are unreadable, without an effect. */
    @Test
    void a_token_that_is_known_costs_no_query() {
        var login = logIn(register());
        login.api().get("/v1/accounts").isOk();

        var fresh = logIn(register()).accessToken();
        var known = world.whileUnreadable("users", () -> world.whileUnreadable("sessions", () -> login.api().get("/v1/accounts")));
        var unknown = world.whileUnreadable("sessions", () -> accountsWith(fresh));

        known.isOk();
        unknown.isError(401, "authentication_failed");
    }

    private static Map<String, Long> answersOf(int crowd, Supplier<Answer> request) throws Exception {
        var answers = new ArrayList<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> sent = IntStream.range(0, crowd).mapToObj(i -> threads.submit(request::get)).toList();
            for (var answer : sent) {
                answers.add(outcomeOf(answer.get()));
            }
        }
        return answers.stream().collect(Collectors.groupingBy(answer -> answer, Collectors.counting()));
    }

    private static String outcomeOf(Answer answer) {
        return answer.isRefusal() ? answer.status() + " " + answer.code() : "200";
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
