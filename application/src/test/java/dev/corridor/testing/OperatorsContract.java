package dev.corridor.testing;

import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aRecordOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.operator.port.Operators.Change;
import dev.corridor.application.operator.port.Proposals;
import dev.corridor.domain.access.OperatorName;
import dev.corridor.domain.access.SealedSecret;
import dev.corridor.domain.audit.AuditFilter;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.operator.OperatorLogin;
import dev.corridor.domain.operator.OperatorSession;
import dev.corridor.domain.operator.OperatorToken;
import dev.corridor.domain.operator.Proposal;
import dev.corridor.domain.operator.Proposal.Act;
import dev.corridor.domain.operator.Proposal.Outcome;
import dev.corridor.domain.operator.ProposalId;
import dev.corridor.domain.operator.SecondFactor.Enrolled;
import dev.corridor.domain.operator.SecondFactor.Invited;
import dev.corridor.domain.operator.TokenName;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationStatus;
import dev.corridor.domain.transaction.TransactionId;
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
    void sessions_of_programs_are_listed_by_operator_and_name() {
        add();
        begin();
        var reports = ofProgram("reports");
        var alerts = ofProgram("alerts");

        assertThat(store.operators().ofPrograms(1000)).filteredOn(token -> token.operator().equals(alice)).containsExactly(alerts, reports);
        assertThat(store.operators().session(reports.hash())).contains(reports);
    }

    private OperatorSession ofProgram(String name) {
        var begun = OperatorSession.ofProgram(
                new OperatorToken(alice + name), alice, new TokenName(name), "", NOON, Duration.ofDays(3));
        store.operators().change(alice, login -> new Change<>(0, login, false, Optional.of(begun), List.of()));
        return begun;
    }

    @Test
    void each_state_of_a_proposal_is_kept_as_it_is() {
        var open = Proposal.open(
                new ProposalId(Fixtures.anId()), organization.id(), Act.RETURN, new TransactionId(Fixtures.anId()), Optional.of("4.00"), "why",
                "letter", alice,
                NOON);
        store.proposals().add(open, record("movement.proposed"));
        assertThat(store.proposals().find(open.id())).contains(open);

        var approved = open.approve(new OperatorName("bob"), NOON);
        for (var state : List.of(
                open.reject(alice, NOON),
                approved,
                approved.end(new Outcome.Refused("insufficient_funds")),
                approved.end(new Outcome.Done(new TransactionId(Fixtures.anId()))))) {
            store.proposals().change(open.id(), before -> new Proposals.Change(state, List.of(record("movement.decided"))));
            assertThat(store.proposals().find(open.id())).contains(state);
        }
        assertThat(records()).hasSize(5);
    }

    @Test
    void proposals_are_listed_newest_first() {
        var older = proposed();
        var newer = proposed();

        var first = store.proposals().list(new PageRequest<>(1, Optional.empty()));
        var second = store.proposals().list(new PageRequest<>(1, Optional.of(newer.id())));

        assertThat(first).isEqualTo(new Page<>(List.of(newer), true));
        assertThat(second.items()).containsExactly(older);
    }

    private Proposal proposed() {
        var open = Proposal.open(
                new ProposalId(Fixtures.anId()), organization.id(), Act.SETTLE, new TransactionId(Fixtures.anId()), Optional.empty(), "why", "letter",
                alice,
                NOON);
        store.proposals().add(open, record("movement.proposed"));
        return open;
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
