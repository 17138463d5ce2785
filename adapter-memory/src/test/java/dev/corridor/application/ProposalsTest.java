package dev.corridor.application;

import static dev.corridor.application.Refusals.refusal;
import static dev.corridor.testing.Fixtures.aBankBeneficiaryOf;
import static dev.corridor.testing.Fixtures.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.operator.DecideProposal;
import dev.corridor.application.operator.DecideProposalService;
import dev.corridor.application.operator.ProposeMovement;
import dev.corridor.application.operator.ProposeMovementService;
import dev.corridor.application.operator.port.Proposals;
import dev.corridor.application.transaction.DecidePayoutService;
import dev.corridor.application.transaction.PayOutFiat;
import dev.corridor.application.transaction.RailWatch;
import dev.corridor.application.transaction.ReturnPayoutService;
import dev.corridor.application.transaction.ReverseTransactionService;
import dev.corridor.application.transaction.SendBankFiles;
import dev.corridor.application.transaction.SendBankFilesService;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.access.OperatorName;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.beneficiary.BankMethod;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.operator.OperatorSession;
import dev.corridor.domain.operator.OperatorToken;
import dev.corridor.domain.operator.Proposal;
import dev.corridor.domain.operator.Proposal.Act;
import dev.corridor.domain.operator.Proposal.Outcome;
import dev.corridor.domain.operator.Proposal.State;
import dev.corridor.domain.operator.ProposalId;
import dev.corridor.domain.operator.TokenName;
import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.transaction.Memo;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProposalsTest {

    private static final Origin HOME = new Origin("req_1", "192.0.2.1");

    private final World world = new World();
    private final AuditLog audit = new AuditLog(world.ids);
    private final ProposeMovement propose = new ProposeMovementService(
            world.store.proposals(), world.store.transactions(), world.ids, audit, world.clock);
    private final DecideProposal decide = decidingIn(world.store.proposals());
    private final OperatorSession alice = login("alice");
    private final OperatorSession bob = login("bob");
    private Transaction payout;

    @BeforeEach
    void a_payout_is_at_its_bank() {
        world.deposit(eur("10.00"));
        var beneficiary = world.keep(aBankBeneficiaryOf(world.account));
        payout = world.payOutFiat(world.bank).payOut(new PayOutFiat.Command(
                world.caller, world.account.id(), beneficiary.id(), eur("10.00"), BankMethod.SEPA, Memo.EMPTY));
        new SendBankFilesService(List.of(world.bank), world.store.bankOutbox(), world.clock, new Random(1), RailWatch.NONE)
                .send(new SendBankFiles.Command(Duration.ofSeconds(30), 10));
    }

    private DecideProposal decidingIn(Proposals proposals) {
        var books = world.store.books();
        var decidePayout = new DecidePayoutService(
                books, world.store.transactions(), world.store.bankOutbox(), new ReturnPayoutService(books, audit), audit);
        var reverse = new ReverseTransactionService(books, Duration.ofMinutes(10), audit);
        return new DecideProposalService(proposals, reverse, decidePayout, Environment.SANDBOX, audit, world.clock);
    }

    private OperatorSession login(String name) {
        return OperatorSession.proved(new OperatorToken(name), new OperatorName(name), "192.0.2.1", world.clock.instant());
    }

    private Proposal propose(Act act, Optional<String> amount) {
        return propose.propose(new ProposeMovement.Command(
                Operator.named(alice.operator()), act, payout.id(), amount, "the bank wrote", "letter 7", HOME));
    }

    private Proposal approve(Proposal proposal, OperatorSession by) {
        return decide.decide(new DecideProposal.Command(by, proposal.id(), true, HOME));
    }

    private Proposal reject(Proposal proposal, OperatorSession by) {
        return decide.decide(new DecideProposal.Command(by, proposal.id(), false, HOME));
    }

    @Test
    void one_proposes_and_another_one_approves_and_the_books_say_who() {
        var proposal = propose(Act.SETTLE, Optional.empty());
        assertThat(proposal.state()).isEqualTo(State.OPEN);
        assertThat(world.balance(Asset.EUR).locked()).isEqualTo(eur("10.00"));

        var done = approve(proposal, bob);

        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.outcome()).contains(new Outcome.Done(payout.id()));
        assertThat(world.balance(Asset.EUR).locked()).isEqualTo(eur("0.00"));
        assertThat(world.audited(proposal.id())).extracting(AuditRecord::actor).containsExactly("operator:bob", "operator:alice");
        assertThat(world.audited(payout.id())).singleElement().satisfies(record -> assertThat(record)
                .returns("operator:bob", AuditRecord::actor)
                .extracting(it -> it.details().get("evidence"))
                .isEqualTo(proposal.id() + " of alice: letter 7"));
    }

    @Test
    void nobody_approves_what_they_have_proposed_and_no_program_approves() {
        var proposal = propose(Act.SETTLE, Optional.empty());
        var program = OperatorSession.ofProgram(
                new OperatorToken("p"), bob.operator(), new TokenName("nightly"), "192.0.2.1", world.clock.instant(), Duration.ofDays(1));

        assertThat(refusal(() -> approve(proposal, alice))).isEqualTo(new Forbidden("Another operator must approve what you have proposed."));
        assertThat(refusal(() -> approve(proposal, program))).isInstanceOf(Forbidden.class);
        assertThat(world.balance(Asset.EUR).locked()).isEqualTo(eur("10.00"));

        assertThat(reject(proposal, alice).state()).as("taken back").isEqualTo(State.REJECTED);
        assertThat(refusal(() -> approve(proposal, bob)))
                .isEqualTo(new InvalidRequest("The proposal is REJECTED; only an OPEN one is decided."));
        assertThat(world.balance(Asset.EUR).locked()).isEqualTo(eur("10.00"));
    }

    @Test
    void what_the_books_refuse_is_refused_for_good_and_moves_nothing() {
        var proposal = propose(Act.RETURN, Optional.of("4.00"));

        var refused = approve(proposal, bob);

        assertThat(refused.outcome()).contains(new Outcome.Refused("invalid_request"));
        assertThat(refusal(() -> approve(proposal, bob)))
                .isEqualTo(new InvalidRequest("The proposal is REFUSED; only an OPEN one is decided."));
    }

    /** A part comes back. To book it twice would not be refused by the payout's own state. */
    @Test
    void an_approval_whose_node_died_goes_on_and_moves_the_money_once() {
        approve(propose(Act.SETTLE, Optional.empty()), bob);
        var proposal = propose(Act.RETURN, Optional.of("4.00"));
        var dying = new DyingAfter(world.store.proposals(), 1);
        assertThatThrownBy(() -> decidingIn(dying).decide(new DecideProposal.Command(bob, proposal.id(), true, HOME))).hasMessage("died");
        assertThat(world.balance(Asset.EUR).available()).as("moved, and not yet kept that it was").isEqualTo(eur("4.00"));
        assertThat(world.store.proposals().find(proposal.id()).orElseThrow().state()).isEqualTo(State.APPROVED);

        var done = approve(proposal, bob);

        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(world.balance(Asset.EUR).available()).isEqualTo(eur("4.00"));
        assertThat(world.store.transactions().find(world.organization.id(), payout.id()).orElseThrow().outstanding()).isEqualTo(eur("6.00"));
    }

    @Test
    void an_approval_that_was_left_for_a_day_is_not_carried_out() {
        var proposal = propose(Act.SETTLE, Optional.empty());
        var dying = new DyingAfter(world.store.proposals(), 1);
        assertThatThrownBy(() -> decidingIn(dying).decide(new DecideProposal.Command(bob, proposal.id(), true, HOME))).hasMessage("died");

        world.clock.advance(Proposal.CARRIED_OUT_WITHIN);

        assertThat(refusal(() -> approve(proposal, bob))).isInstanceOf(InvalidRequest.class);
    }

    @Test
    void what_makes_no_sense_is_not_proposed() {
        assertThat(refusal(() -> propose(Act.SETTLE, Optional.of("1.00")))).isEqualTo(new InvalidRequest("Only a return has an amount."));
        assertThat(refusal(() -> propose.propose(new ProposeMovement.Command(
                Operator.named(alice.operator()), Act.SETTLE, new TransactionId(world.ids.next()), Optional.empty(), "x", "y", HOME))))
                .isEqualTo(new NotFound("Transaction"));
        assertThat(refusal(() -> decide.decide(
                new DecideProposal.Command(bob, new ProposalId(world.ids.next()), true, HOME)))).isEqualTo(new NotFound("Proposal"));
    }

    /** A store whose node dies before a change is kept. */
    private static final class DyingAfter implements Proposals {

        private final Proposals store;
        private final AtomicInteger left;

        DyingAfter(Proposals store, int changes) {
            this.store = store;
            this.left = new AtomicInteger(changes);
        }

        @Override
        public void add(Proposal proposal, AuditRecord record) {
            store.add(proposal, record);
        }

        @Override
        public Optional<Proposal> find(ProposalId id) {
            return store.find(id);
        }

        @Override
        public Page<Proposal> list(PageRequest<ProposalId> page) {
            return store.list(page);
        }

        @Override
        public Proposal change(ProposalId id, Function<Proposal, Change> change) {
            if (left.getAndDecrement() == 0) {
                throw new IllegalStateException("died");
            }
            return store.change(id, change);
        }
    }
}
