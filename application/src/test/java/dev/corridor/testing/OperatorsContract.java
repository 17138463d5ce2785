package dev.corridor.testing;

import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aRecordOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.operator.port.Operators.Change;
import dev.corridor.domain.access.OperatorName;
import dev.corridor.domain.access.SealedSecret;
import dev.corridor.domain.audit.AuditFilter;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.operator.OperatorLogin;
import dev.corridor.domain.operator.OperatorSession;
import dev.corridor.domain.operator.OperatorToken;
import dev.corridor.domain.operator.SecondFactor.Enrolled;
import dev.corridor.domain.operator.SecondFactor.Invited;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationStatus;
import dev.corridor.domain.user.PasswordHash;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The contract of the store of operators. */
public abstract class OperatorsContract extends StoreContract {

    /** The store may hold the operators of other tests. */
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final OperatorName alice = new OperatorName("alice" + COUNT.incrementAndGet());
    private final OperatorLogin invited = OperatorLogin.invite(alice, new PasswordHash("first"), NOON);
    private final OperatorToken token = new OperatorToken(alice + "'s token");
    private final OperatorSession session = OperatorSession.proved(token, alice, "192.0.2.7", NOON);

    @Test
    void an_operator_is_added_once_with_the_record() {
        var other = OperatorLogin.invite(alice, new PasswordHash("another"), NOON);

        assertThat(store.operators().add(invited, record("operator.invited"))).isTrue();
        assertThat(store.operators().add(other, record("operator.invited"))).isFalse();

        assertThat(store.operators().find(alice)).contains(invited);
        assertThat(store.operators().list(1000)).contains(invited);
        assertThat(records()).hasSize(1);
    }

    @Test
    void each_state_is_kept_as_it_is() {
        add();
        var offered = invited.offer((Invited) invited.factor(), new SealedSecret("sealed"));
        var failed = invited.afterFailure(NOON).afterFailure(NOON).afterFailure(NOON).afterFailure(NOON).afterFailure(NOON);
        var enrolled = invited.enrol(new PasswordHash("chosen"), new SealedSecret("sealed"), 57_000_000L);

        for (var state : List.of(offered, failed, enrolled, enrolled.disable(), enrolled.enable(),
                enrolled.inviteAgain(new PasswordHash("x"), NOON))) {
            become(state);
            assertThat(store.operators().find(alice)).contains(state);
        }
    }

    @Test
    void a_session_begins_with_a_change_and_ends_by_itself_or_with_another_one() {
        add();
        begin();
        assertThat(store.operators().session(token.hash())).contains(session);

        store.operators().endSession(token.hash(), record("operator.logged_out"));
        assertThat(store.operators().session(token.hash())).isEmpty();

        begin();
        store.operators().change(alice, login -> new Change<>(0, login.disable(), true, Optional.empty(), List.of()));
        assertThat(store.operators().session(token.hash())).isEmpty();
    }

    @Test
    void sessions_that_expired_before_a_moment_are_removed() {
        add();
        begin();

        store.operators().removeExpired(session.expiresAt(), 1000);
        assertThat(store.operators().session(token.hash())).isPresent();
        store.operators().removeExpired(session.expiresAt().plus(Duration.ofMillis(1)), 1000);
        assertThat(store.operators().session(token.hash())).isEmpty();
    }

    @Test
    void a_change_that_throws_leaves_nothing() {
        add();

        assertThatThrownBy(() -> store.operators().change(alice, login -> {
            throw new IllegalArgumentException("no");
        })).hasMessage("no");

        assertThat(store.operators().find(alice)).contains(invited);
    }

    /** Ten present the same code: the one that comes first moves the step on. */
    @Test
    void concurrent_changes_are_made_one_after_the_other() throws Exception {
        add();
        become(invited.enrol(new PasswordHash("chosen"), new SealedSecret("sealed"), 1));
        Callable<Boolean> use = () -> store.operators().change(alice, login -> {
            var enrolled = (Enrolled) login.factor();
            boolean isFresh = enrolled.lastStep() < 2;
            return new Change<>(isFresh, isFresh ? login.use(enrolled, 2) : login, false, Optional.empty(), List.of());
        });

        try (var threads = Executors.newFixedThreadPool(10)) {
            var used = threads.invokeAll(Collections.nCopies(10, use)).stream().map(Future::resultNow).toList();
            assertThat(used).containsOnlyOnce(true);
        }
    }

    @Test
    void organizations_are_found_by_a_part_of_their_name_newest_first() {
        var older = stored(named("Find ME " + alice + " Ltd."));
        var newer = stored(named("find me " + alice));

        var first = store.organizations().page(Optional.of("FIND me " + alice), new PageRequest<>(1, Optional.empty()));
        var second = store.organizations().page(Optional.of("FIND me " + alice), new PageRequest<>(1, Optional.of(first.items().getFirst().id())));

        assertThat(first).isEqualTo(new Page<>(List.of(newer), true));
        assertThat(second).isEqualTo(new Page<>(List.of(older), false));
        assertThat(store.organizations().page(Optional.empty(), PageRequest.first()).items()).isNotEmpty();
        assertThat(store.organizations().page(Optional.of("100% " + alice), PageRequest.first()).items()).isEmpty();
    }

    private static Organization named(String name) {
        return Organization.founded(Fixtures.anOrganization().id(), name, OrganizationStatus.APPROVED, true, Optional.empty(), NOON);
    }

    private void add() {
        store.operators().add(invited, record("operator.invited"));
    }

    private void become(OperatorLogin state) {
        store.operators().change(alice, login -> new Change<>(0, state, false, Optional.empty(), List.of()));
    }

    private void begin() {
        store.operators().change(alice, login -> new Change<>(0, login, false, Optional.of(session), List.of()));
    }

    private AuditRecord record(String action) {
        return aRecordOf(organization, action, NOON);
    }

    private List<AuditRecord> records() {
        return store.auditTrail()
                .page(organization.id(), new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty()), PageRequest.first())
                .items();
    }
}
