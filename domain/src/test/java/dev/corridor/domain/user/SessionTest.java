package dev.corridor.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.domain.access.AccessError.ClientInactive;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.access.UserId;
import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.OrganizationStatus;
import dev.corridor.domain.user.UserError.TokenRevoked;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SessionTest {

    private static final Instant NOON = Instant.parse("2025-03-15T12:00:00Z");

    private final User user = User.register(
            new UserId(new UUID(0, 1)), new OrganizationId(new UUID(0, 2)), EmailAddress.of("ada@example.com"), new PasswordHash("hash"), NOON);

    private final Session session = aSession(1);

    private Session aSession(long number) {
        var refresh = Token.issue(new TokenId(new UUID(1, number)), new SessionId(new UUID(2, number)), user.id(), TokenType.REFRESH, false, NOON);
        return Session.start(user, refresh, "192.0.2.1", NOON);
    }

    @Test
    void it_lasts_as_long_as_its_first_refresh_token_however_often_it_is_refreshed() {
        var later = NOON.plus(Duration.ofHours(23));

        var refreshed = session.refresh(new TokenId(new UUID(1, 9)), later);

        assertThat(session.expiresAt()).isEqualTo(NOON.plus(Duration.ofHours(24)));
        assertThat(Token.refresh(refreshed, later).expiresAt()).isEqualTo(session.expiresAt());
        assertThat(refreshed.refreshedAt()).isEqualTo(later);
        assertThat(refreshed.startedAt()).isEqualTo(NOON);
    }

    @Test
    void a_refresh_token_is_replaced_by_the_next_one() {
        var first = Token.refresh(session, NOON);
        var refreshed = session.refresh(new TokenId(new UUID(1, 9)), NOON);

        assertThat(session.hasReplaced(first)).isFalse();
        assertThat(refreshed.hasReplaced(first)).isTrue();
        assertThat(refreshed.hasReplaced(Token.refresh(refreshed, NOON))).isFalse();
    }

    @Test
    void that_it_was_ended_comes_before_how_the_organization_stands() {
        assertRefused(() -> presented(session.end(NOON), OrganizationStatus.CLOSED).admit(Environment.SANDBOX), new TokenRevoked());
        assertRefused(() -> presented(session, OrganizationStatus.CLOSED).admit(Environment.SANDBOX), new ClientInactive());
        assertThat(presented(session, OrganizationStatus.NOT_APPROVED).admit(Environment.LIVE).client()).isEqualTo(OrganizationStatus.NOT_APPROVED);
        assertThatCode(session::requireNotEnded).doesNotThrowAnyException();
    }

    @Test
    void an_owner_may_do_everything_but_play_with_real_money() {
        var approved = presented(session, OrganizationStatus.APPROVED);

        assertThat(approved.admit(Environment.SANDBOX).permissions()).isEqualTo(Permission.ALL);
        assertThat(approved.admit(Environment.LIVE).permissions())
                .contains(Permission.API_KEYS_WRITE, Permission.PAYOUTS_WRITE)
                .doesNotContain(Permission.SANDBOX_WRITE);
    }

    @Test
    void the_oldest_sessions_make_room_for_a_new_one() {
        var sessions = IntStream.rangeClosed(1, UserSessions.MAX_OPEN).mapToObj(this::aSession).toList();
        var next = aSession(1_000);

        assertThat(new UserSessions(user, sessions.subList(1, sessions.size())).start(next, NOON)).containsExactly(next);
        assertThat(new UserSessions(user, sessions).start(next, NOON)).containsExactly(sessions.getFirst().end(NOON), next);
        assertThat(new UserSessions(user, List.of()).start(next, NOON)).containsExactly(next);
    }

    @Test
    void all_sessions_end_together() {
        var other = aSession(2);

        assertThat(new UserSessions(user, List.of(session, other)).endAll(NOON)).containsExactly(session.end(NOON), other.end(NOON));
    }

    private static PresentedSession presented(Session session, OrganizationStatus client) {
        return new PresentedSession(session, client);
    }

    private static void assertRefused(ThrowingCallable action, BusinessError error) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.error()).isEqualTo(error));
    }
}
