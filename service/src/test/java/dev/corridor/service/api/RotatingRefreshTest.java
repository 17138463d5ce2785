package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import org.junit.jupiter.api.Test;

@MicronautTest
@Property(name = ServiceUnderTest.REFRESH_TOKENS, value = "rotating")
class RotatingRefreshTest {

    private static final String PASSWORD = "Str0ng&Safe";

    private final World world;

    RotatingRefreshTest(World world) {
        this.world = world;
    }

    private Answer refresh(Answer answer) {
        return world.stranger().post("/v1/auth/refresh", Body.of("refreshToken", answer.text("/refreshToken")));
    }

    private Answer accountsWith(Answer answer) {
        return world.stranger().withKey(answer.text("/accessToken")).get("/v1/accounts");
    }

    @Test
    void a_refresh_token_is_used_once_and_a_second_use_ends_the_session() {
        var person = Body.of("email", "ada@example.com", "password", PASSWORD);
        world.stranger().post("/v1/auth/register", person).isOk();
        var login = world.stranger().post("/v1/auth/login", person).isOk();
        var elsewhere = world.stranger().post("/v1/auth/login", person).isOk();

        var second = refresh(login).isOk();
        var third = refresh(second).isOk();
        accountsWith(third).isOk();
        refresh(login).isError(401, "token_revoked");

        refresh(third).isError(401, "token_revoked");
        accountsWith(third).isError(401, "token_revoked");
        accountsWith(login).isError(401, "token_revoked");
        accountsWith(elsewhere).isOk();
        var audit = world.stranger().withKey(elsewhere.text("/accessToken")).get("/v1/audit?action=user.refresh_token_reused").isOk();
        assertThat(audit.texts("subject")).containsExactly(login.text("/sessionId"));
    }
}
