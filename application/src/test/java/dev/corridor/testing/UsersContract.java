package dev.corridor.testing;

import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aPrimaryAccountOf;
import static dev.corridor.testing.Fixtures.aRecordOf;
import static dev.corridor.testing.Fixtures.aTokenOf;
import static dev.corridor.testing.Fixtures.aUserOf;
import static dev.corridor.testing.Fixtures.anOrganization;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import dev.corridor.domain.user.Session;
import dev.corridor.domain.user.TokenType;
import dev.corridor.domain.user.User;
import dev.corridor.domain.user.UserError.InvalidCredentials;
import java.time.Duration;
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
    void nobody_is_found_by_what_nobody_has() {
        assertThat(store.users().find(user.id())).isEmpty();
        assertThat(store.users().find(EmailAddress.of("nobody@example.com"))).isEmpty();
        assertThatThrownBy(() -> store.users().change(user.id(), found -> new Change(found, List.of())))
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

        store.users().change(user.id(), found -> new Change(locked, List.of(record)));

        assertThat(locked.lockout().lockedUntil()).contains(NOON.plus(Lockout.DURATION));
        assertThat(store.users().find(user.id())).contains(locked);
        assertThat(records(theirs.id())).containsExactly(record);
        store.users().change(user.id(), found -> new Change(found.afterLogin(true, NOON), List.of()));
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
    void a_token_leads_to_its_user_and_how_their_organization_stands() {
        register();
        var token = aTokenOf(user, TokenType.ACCESS);

        assertThat(store.sessions().find(token)).contains(new Session(user.id(), theirs.id(), OrganizationStatus.APPROVED, false));
        store.registry().decide(theirs.id(), Optional.empty(), open -> {
            open.record(open.organization().withStatus(OrganizationStatus.CLOSED));
            return open;
        });
        assertThat(store.sessions().find(token)).contains(new Session(user.id(), theirs.id(), OrganizationStatus.CLOSED, false));
    }

    @Test
    void a_token_of_nobody_leads_nowhere() {
        assertThat(store.sessions().find(aTokenOf(user, TokenType.ACCESS))).isEmpty();
    }

    @Test
    void tokens_are_revoked_for_good_until_they_would_be_over_anyway() {
        register();
        var access = aTokenOf(user, TokenType.ACCESS);
        var refresh = aTokenOf(user, TokenType.REFRESH);
        var record = aRecordOf(theirs, "user.logged_out", NOON);

        store.sessions().revoke(List.of(access, refresh), List.of(record));
        store.sessions().revoke(List.of(access), List.of());

        assertThat(records(theirs.id())).containsExactly(record);
        assertThat(store.sessions().find(access).orElseThrow().revoked()).isTrue();
        assertThat(store.sessions().find(refresh).orElseThrow().revoked()).isTrue();
        assertThat(store.sessions().removeExpired(access.expiresAt().plus(Duration.ofSeconds(1)), 10)).isEqualTo(1);
        assertThat(store.sessions().find(access).orElseThrow().revoked()).isFalse();
        assertThat(store.sessions().find(refresh).orElseThrow().revoked()).isTrue();
        assertThat(store.sessions().removeExpired(refresh.expiresAt().plus(Duration.ofSeconds(1)), 0)).isZero();
    }

    private void register() {
        store.users().register(new Registration(user, theirs, primary, List.of()));
    }

    private void failToLogIn() {
        store.users().change(user.id(), found -> new Change(found.afterLogin(false, NOON), List.of()));
    }

    private List<AuditRecord> records(OrganizationId of) {
        var all = new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty());
        return store.auditTrail().page(of, all, PageRequest.first()).items();
    }
}
