package dev.corridor.testing;

import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aPrimaryAccountOf;
import static dev.corridor.testing.Fixtures.aRecordOf;
import static dev.corridor.testing.Fixtures.aSessionOf;
import static dev.corridor.testing.Fixtures.aTokenOf;
import static dev.corridor.testing.Fixtures.aUserOf;
import static dev.corridor.testing.Fixtures.anOrganization;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.user.port.Users.Change;
import dev.corridor.application.user.port.Users.Registration;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.audit.AuditFilter;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.OrganizationStatus;
import dev.corridor.domain.user.EmailAddress;
import dev.corridor.domain.user.Lockout;
import dev.corridor.domain.user.PasswordHash;
import dev.corridor.domain.user.PresentedSession;
import dev.corridor.domain.user.Session;
import dev.corridor.domain.user.SessionId;
import dev.corridor.domain.user.Token;
import dev.corridor.domain.user.TokenType;
import dev.corridor.domain.user.User;
import dev.corridor.domain.user.UserError.InvalidCredentials;
import dev.corridor.domain.user.UserSessions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The contract of the stores of users and sessions. */
public abstract class UsersContract extends StoreContract {

    private final Organization theirs = anOrganization();
    private final Account primary = aPrimaryAccountOf(theirs);
    private final User user = aUserOf(theirs);

    @Test
    void a_user_is_found_with_all_that_came_with_them() {
        var registered = aRecordOf(theirs, "user.registered", NOON);

        assertThat(store.users().register(new Registration(user, theirs, primary, List.of(registered)))).isTrue();

        assertThat(store.users().find(user.email())).contains(user);
        assertThat(store.users().find(user.id())).contains(user);
        assertThat(store.organizations().find(theirs.id())).contains(theirs);
        assertThat(store.accounts().findPrimary(theirs.id())).contains(primary);
        assertThat(records(theirs.id())).containsExactly(registered);
    }

    @Test
    void a_user_is_added_to_an_organization_that_exists_unless_the_address_is_taken() {
        register();
        var colleague = User.register(aUserOf(theirs).id(), theirs.id(), EmailAddress.of("colleague@example.com"), new PasswordHash("hash"), NOON);
        var added = aRecordOf(theirs, "user.added", NOON);
        var latecomer = User.register(aUserOf(theirs).id(), theirs.id(), colleague.email(), new PasswordHash("another"), NOON);

        assertThat(store.users().add(colleague, List.of(added))).isTrue();
        assertThat(store.users().add(latecomer, List.of(aRecordOf(theirs, "user.added", NOON)))).isFalse();

        assertThat(store.users().find(colleague.email())).contains(colleague);
        assertThat(store.users().find(latecomer.id())).isEmpty();
        assertThat(records(theirs.id())).contains(added).filteredOn(record -> record.action().equals(added.action())).hasSize(1);
    }

    @Test
    void nobody_is_found_by_what_nobody_has() {
        assertThat(store.users().find(user.id())).isEmpty();
        assertThat(store.users().find(EmailAddress.of("nobody@example.com"))).isEmpty();
        assertThatThrownBy(() -> store.users().change(user.id(), found -> changed(found.user())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_address_that_is_taken_lets_nothing_in() {
        register();
        var other = anOrganization();
        var latecomer = User.register(aUserOf(other).id(), other.id(), user.email(), new PasswordHash("another"), NOON);

        var registration = new Registration(latecomer, other, aPrimaryAccountOf(other), List.of(aRecordOf(other, "user.registered", NOON)));

        assertThat(store.users().register(registration)).isFalse();
        assertThat(store.users().find(user.email())).contains(user);
        assertThat(store.users().find(latecomer.id())).isEmpty();
        assertThat(store.organizations().find(other.id())).isEmpty();
        assertThat(store.accounts().findPrimary(other.id())).isEmpty();
        assertThat(records(other.id())).isEmpty();
    }

    @Test
    void a_change_is_kept_with_its_records() {
        register();
        var record = aRecordOf(theirs, "user.login_failed", NOON);
        var locked = user.afterLogin(false, NOON).afterLogin(false, NOON).afterLogin(false, NOON).afterLogin(false, NOON).afterLogin(false, NOON);

        store.users().change(user.id(), found -> new Change<>(found, locked, List.of(), List.of(record)));

        assertThat(locked.lockout().lockedUntil()).contains(NOON.plus(Lockout.DURATION));
        assertThat(store.users().find(user.id())).contains(locked);
        assertThat(records(theirs.id())).containsExactly(record);
        store.users().change(user.id(), found -> changed(found.user().afterLogin(true, NOON)));
        assertThat(store.users().find(user.id())).contains(user);
    }

    @Test
    void a_change_that_is_refused_leaves_no_trace() {
        register();

        assertThatThrownBy(() -> store.users().change(user.id(), found -> {
            throw new BusinessException(new InvalidCredentials());
        }))
                .isInstanceOf(BusinessException.class);

        assertThat(store.users().find(user.id())).contains(user);
    }

    @Test
    void of_many_changes_at_a_time_each_sees_what_the_one_before_has_left() throws Exception {
        register();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> changes = List.of(
                    threads.submit(this::failToLogIn), threads.submit(this::failToLogIn), threads.submit(this::failToLogIn));
            for (var change : changes) {
                change.get();
            }
        }

        assertThat(store.users().find(user.id()).orElseThrow().lockout().failedLogins()).isEqualTo(3);
    }

    @Test
    void a_new_password_is_kept() {
        register();
        var changed = user.withPassword(new PasswordHash("another"));

        store.users().change(user.id(), found -> changed(changed));

        assertThat(store.users().find(user.id())).contains(changed);
    }

    @Test
    void a_token_leads_to_its_session_and_how_the_organization_stands() {
        register();
        var session = start(aSessionOf(user));
        var token = Token.access(aTokenOf(user, TokenType.ACCESS).id(), session, NOON);

        assertThat(store.sessions().find(token)).contains(new PresentedSession(session, OrganizationStatus.APPROVED));
        store.registry().decide(theirs.id(), Optional.empty(), open -> {
            open.record(open.organization().withStatus(OrganizationStatus.CLOSED, NOON));
            return open;
        });
        assertThat(store.sessions().find(token)).contains(new PresentedSession(session, OrganizationStatus.CLOSED));
    }

    @Test
    void a_token_of_an_unknown_session_leads_nowhere() {
        register();

        assertThat(store.sessions().find(aTokenOf(user, TokenType.ACCESS))).isEmpty();
    }

    @Test
    void a_change_sees_the_open_sessions_and_keeps_what_becomes_of_them() {
        register();
        var first = start(aSessionOf(user));
        var second = start(aSessionOf(user));
        var refreshed = second.refresh(aTokenOf(user, TokenType.REFRESH).id(), NOON.plusSeconds(7));

        var seen = store.users().change(
                user.id(), open -> new Change<>(open, open.user(), List.of(first.end(NOON), refreshed), List.of()));

        assertThat(seen).isEqualTo(new UserSessions(user, List.of(first, second)));
        assertThat(sessionOf(first)).isEqualTo(first.end(NOON));
        assertThat(sessionOf(second)).isEqualTo(refreshed);
        assertThat(store.users().<UserSessions>change(user.id(), open -> new Change<>(open, user, List.of(), List.of())))
                .isEqualTo(new UserSessions(user, List.of(refreshed)));
    }

    @Test
    void the_list_of_a_user_has_their_open_sessions_newest_first() {
        register();
        var other = anotherUser();
        var first = start(aSessionOf(user));
        var second = start(aSessionOf(user));
        var third = start(aSessionOf(user));
        var ended = start(aSessionOf(user));
        start(aSessionOf(other));
        store.users().change(user.id(), open -> new Change<>(open, user, List.of(ended.end(NOON)), List.of()));

        var page = list(NOON, new PageRequest<>(2, Optional.empty()));

        assertThat(page.items()).containsExactly(third, second);
        assertThat(page.hasMore()).isTrue();
        assertThat(list(NOON, new PageRequest<>(2, Optional.of(second.id()))).items()).containsExactly(first);
        assertThat(list(first.expiresAt(), PageRequest.first()).items()).isEmpty();
    }

    @Test
    void sessions_are_removed_when_they_have_expired() {
        register();
        var longAgo = NOON.minus(Duration.ofDays(30));
        var refresh = aTokenOf(user, TokenType.REFRESH);
        var session = start(Session.start(
                user, Token.issue(refresh.id(), refresh.session(), user.id(), TokenType.REFRESH, false, longAgo), "192.0.2.1", longAgo));

        assertThat(store.sessions().removeExpired(session.expiresAt(), 10)).isZero();
        assertThat(store.sessions().removeExpired(session.expiresAt().plusSeconds(1), 0)).isZero();
        assertThat(store.sessions().removeExpired(session.expiresAt().plusSeconds(1), 10)).isEqualTo(1);

        assertThat(store.sessions().find(Token.refresh(session, NOON))).isEmpty();
    }

    private Session start(Session session) {
        store.users().change(session.user(), open -> new Change<>(open, open.user(), List.of(session), List.of()));
        return session;
    }

    private Session sessionOf(Session session) {
        return store.sessions().find(Token.refresh(session, NOON)).orElseThrow().session();
    }

    private Page<Session> list(Instant now, PageRequest<SessionId> page) {
        return store.sessions().page(theirs.id(), user.id(), now, page);
    }

    private User anotherUser() {
        var other = anOrganization();
        var another = aUserOf(other);
        store.users().register(new Registration(another, other, aPrimaryAccountOf(other), List.of()));
        return another;
    }

    private static Change<User> changed(User user) {
        return new Change<>(user, user, List.of(), List.of());
    }

    private void register() {
        store.users().register(new Registration(user, theirs, primary, List.of()));
    }

    private void failToLogIn() {
        store.users().change(user.id(), found -> changed(found.user().afterLogin(false, NOON)));
    }

    private List<AuditRecord> records(OrganizationId of) {
        var all = new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty());
        return store.auditTrail().page(of, all, PageRequest.first()).items();
    }
}
