package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Secrets are returned once, and appear nowhere else: no logs, errors or tables. */
@MicronautTest
class SecretsTest {

    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    private final World world;
    private final Ear ear = new Ear();

    SecretsTest(World world) {
        this.world = world;
    }

    /** Records all log events with their exceptions. */
    private static final class Ear extends AppenderBase<ILoggingEvent> {

        private final Queue<String> heard = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            heard.add(event.getFormattedMessage());
            if (event.getThrowableProxy() != null) {
                heard.add(ThrowableProxyUtil.asString(event.getThrowableProxy()));
            }
        }
    }

    @BeforeEach
    void listen() {
        ear.start();
        ROOT.addAppender(ear);
    }

    @AfterEach
    void stopListening() {
        ROOT.detachAppender(ear);
    }

    @Test
    void no_secret_is_in_the_log_in_an_error_or_in_the_database() {
        var planted = new ArrayList<String>();
        var tokens = new ArrayList<String>();
        var errors = new ArrayList<Answer>();
        var owner = world.newCustomer();
        planted.add(owner.api().headers().get("Authorization").substring("Bearer ".length()));

        var created = owner.api()
                .with("Idempotency-Key", "k1")
                .post("/v1/api-keys", Body.of("name", "Planted").with("{\"permissions\":[\"audit:read\"]}"));
        var signing = owner.api()
                .with("Idempotency-Key", "k3")
                .post("/v1/api-keys", Body.of("name", "Signing").with("{\"permissions\":[\"audit:read\"],\"signed\":true}"));
        var path = "/v1/api-keys/" + created.text("/apiKey/apiKeyId");
        var rotated = owner.api().with("Idempotency-Key", "k2").post(path + "/rotate", Body.of("overlap", "PT0S"));
        var other = owner.api().post("/v1/sandbox/organizations", Body.of("name", "Other"));
        planted.addAll(List.of(created.text("/secret"), rotated.text("/secret"), other.text("/apiKey")));
        planted.addAll(List.of(signing.text("/secret"), signing.text("/signingSecret")));
        for (var secret : planted) {
            errors.add(world.stranger().withKey(secret + "0").get("/v1/accounts"));
            errors.add(world.stranger().withKey(secret).get("/v1/accounts?limit=many"));
            errors.add(world.stranger().withKey(secret).post("/v1/quotes", "{"));
            errors.add(world.whileUnreadable("api_keys", () -> world.stranger().with("X-API-Key", secret).get("/v1/accounts")));
        }
        owner.api().delete(path).isOk();
        var person = Body.of("email", "planted@example.com", "password", "Pl4nted&Pass");
        world.stranger().post("/v1/auth/register", person).isOk();
        var login = world.stranger().post("/v1/auth/login", person).isOk();
        for (var token : List.of(login.text("/accessToken"), login.text("/refreshToken"))) {
            tokens.add(token);
            tokens.add(token.substring(token.lastIndexOf('.') + 1));
            errors.add(world.stranger().withKey(token + "0").get("/v1/accounts"));
            errors.add(world.stranger().withKey(token).get("/v1/accounts?limit=many"));
            errors.add(world.stranger().post("/v1/auth/refresh", Body.of("refreshToken", token + "0")));
            errors.add(world.whileUnreadable("sessions", () -> world.stranger().withKey(token).get("/v1/auth/me")));
        }
        for (var holder : List.of(owner.api(), world.stranger().withKey(login.text("/accessToken")))) {
            var unused = holder.post("/v1/realtime/tickets").isOk().text("/ticket");
            var used = holder.post("/v1/realtime/tickets").isOk().text("/ticket");
            FeedClient.open(world.stranger(), "/v1/realtime?api_key=" + used).close();
            FeedClient.open(world.stranger(), "/ws/fastfeed?token=" + used).close();
            errors.add(FeedClient.knock(world.stranger(), "/v1/realtime?api_key=" + used));
            errors.add(FeedClient.knock(world.stranger(), "/v1/realtime?limit=many&api_key=" + unused + "0"));
            errors.add(world.stranger().withKey(unused).get("/v1/accounts"));
            tokens.addAll(List.of(unused, used));
        }
        errors.add(world.stranger().post("/v1/auth/login", person.with("password", "Pl4nted&Pass0")));
        errors.add(world.stranger().post("/v1/auth/login", person.with("email", "Pl4nted&Pass")));
        errors.add(world.stranger().post("/v1/auth/register", person));
        errors.add(world.stranger().post("/v1/auth/register", person.with("email", "other@example.com").with("password", "pl4nted&pass")));
        errors.add(world.whileUnreadable("users", () -> world.stranger().post("/v1/auth/login", person)));
        world.stranger()
                .withKey(login.text("/accessToken"))
                .post("/v1/auth/logout", Body.of("refreshToken", login.text("/refreshToken")))
                .isOk();
        tokens.addAll(List.of("Pl4nted&Pass", "pl4nted&pass"));

        var told = Stream.concat(ear.heard.stream(), errors.stream().map(Answer::body)).toList();
        assertThat(told).hasSizeGreaterThan(planted.size());
        var everyRow = world.everyRow();
        assertThat(everyRow).anyMatch(row -> row.contains("Planted"));
        for (var secret : planted) {
            var body = secret.substring("nxos_sk_test_c1_".length() + 4);
            assertThat(told).as("what was told").noneMatch(text -> text.contains(body));
            assertThat(everyRow).as("the database").noneMatch(row -> row.contains(body));
        }
        for (var secret : tokens) {
            assertThat(told).as("what was told").noneMatch(text -> text.contains(secret));
            assertThat(everyRow).as("the database").noneMatch(row -> row.contains(secret));
        }
        assertThat(told).noneMatch(text -> text.contains("$argon2id$"));
        assertThat(ROOT.getEffectiveLevel()).isNotEqualTo(Level.OFF);
    }
}
