package dev.corridor.http.edge.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.corridor.application.DecisionRolledBack;
import dev.corridor.domain.account.AccountError.InsufficientFunds;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.BeneficiaryError.BeneficiaryAlreadyArchived;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.Consequence;
import dev.corridor.domain.error.ErrorKind;
import dev.corridor.domain.error.Outcome;
import dev.corridor.domain.error.Retry;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.transaction.TransactionError.ChainSendFailed;
import dev.corridor.domain.transaction.TransactionId;
import io.micronaut.http.HttpRequest;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemTest {

    private static final HttpRequest<?> COMMAND = HttpRequest.POST("/v1/transactions/crypto-payouts", "{}");
    private static final HttpRequest<?> NAMED = HttpRequest.POST("/v1/transactions/crypto-payouts", "{}").header("Idempotency-Key", "1");
    private static final HttpRequest<?> QUESTION = HttpRequest.GET("/v1/accounts");
    private static final UUID ANY = new UUID(0x0192_0000_0000_7000L, 0x8000_0000_0000_0000L);

    @Test
    void a_refused_send_has_moved_nothing_and_may_be_tried_again() {
        assertThat(consequence(failedSend(ChainSendFailed.PayoutOutcome.DECLINED), COMMAND))
                .isEqualTo(new Consequence(Outcome.NOT_APPLIED, Retry.SAME_REQUEST));
    }

    @Test
    void a_send_without_an_answer_is_unknown_and_never_sent_again() {
        var failed = failedSend(ChainSendFailed.PayoutOutcome.UNKNOWN);

        assertThat(consequence(failed, COMMAND)).isEqualTo(new Consequence(Outcome.UNKNOWN, Retry.NEVER));
        assertThat(consequence(failed, NAMED)).isEqualTo(new Consequence(Outcome.UNKNOWN, Retry.NEVER));
        assertThat(failed.message()).contains("look up " + failed.transaction(), "do not send it again");
    }

    @Test
    void archiving_twice_is_done_already_but_paying_the_archived_is_not() {
        var archived = new BeneficiaryAlreadyArchived(new BeneficiaryId(ANY));

        assertThat(consequence(archived, HttpRequest.DELETE("/v1/beneficiaries/x")))
                .isEqualTo(new Consequence(Outcome.APPLIED, Retry.NEVER));
        assertThat(consequence(archived, COMMAND)).isEqualTo(new Consequence(Outcome.NOT_APPLIED, Retry.NEW_REQUEST));
    }

    @Test
    void a_fault_of_ours_is_harmless_only_where_nothing_changes_or_a_key_protects() {
        assertThat(Problem.internalError(null, QUESTION).consequence()).isEqualTo(new Consequence(Outcome.NOT_APPLIED, Retry.SAME_REQUEST));
        assertThat(Problem.internalError(null, NAMED).consequence()).isEqualTo(new Consequence(Outcome.UNKNOWN, Retry.SAME_REQUEST));
        assertThat(Problem.internalError(null, COMMAND).consequence()).isEqualTo(new Consequence(Outcome.UNKNOWN, Retry.NEVER));
    }

    /** A client or the operator ends the others: closing a connection, switching a channel on. */
    @Test
    void what_heals_by_waiting_says_how_long() {
        var endedByAnAct = Set.of(ErrorCode.CONNECTION_LIMIT_EXCEEDED, ErrorCode.SUBSCRIPTION_LIMIT_EXCEEDED, ErrorCode.CHANNEL_UNAVAILABLE);
        var endedByTime = Stream.of(ErrorCode.values())
                .filter(code -> Set.of(ErrorKind.LOCKED, ErrorKind.LIMITED, ErrorKind.UNAVAILABLE).contains(code.kind()))
                .filter(code -> !endedByAnAct.contains(code))
                .toList();

        assertThat(endedByTime).contains(ErrorCode.ACCOUNT_LOCKED, ErrorCode.RATE_LIMIT_EXCEEDED, ErrorCode.SERVICE_UNAVAILABLE);
        assertThat(endedByTime).allSatisfy(code -> assertThat(code.declaration().consequence().retry()).as(code.toString()).isEqualTo(Retry.AFTER));
    }

    /** Clients that read only the message must not pay twice. */
    @Test
    void a_fault_with_an_unknown_effect_is_not_told_to_be_sent_again() {
        assertThat(Problem.internalError(null, QUESTION).message()).contains("Retry the request");
        assertThat(Problem.internalError(null, NAMED).message()).contains("Retry the request");
        assertThat(Problem.internalError(null, COMMAND).message()).contains("not known whether the request took effect",
                "do not send the request again");
    }

    @Test
    void a_fault_of_which_the_books_keep_nothing_is_harmless() {
        var notKept = new DecisionRolledBack(new IllegalStateException("planted"));

        assertThat(Problem.internalError(notKept, COMMAND).consequence()).isEqualTo(new Consequence(Outcome.NOT_APPLIED, Retry.SAME_REQUEST));
    }

    @Test
    void facts_stand_in_the_order_of_the_record_and_amounts_have_their_asset_last() {
        var eur = AssetCatalogue.STANDARD.get("EUR");
        var account = new AccountId(ANY);
        var problem = Problem.refusal(new InsufficientFunds(account, Money.of("1.00", eur), Money.zero(eur)), COMMAND);

        assertThat(problem.facts())
                .extracting(Detail.Fact::name, Detail.Fact::value)
                .containsExactly(
                        tuple("account", account.toString()),
                        tuple("required", "1.00"),
                        tuple("available", "0.00"),
                        tuple("asset", "EUR"));
    }

    private static ChainSendFailed failedSend(ChainSendFailed.PayoutOutcome outcome) {
        return new ChainSendFailed(new TransactionId(ANY), outcome);
    }

    private static Consequence consequence(BusinessError error, HttpRequest<?> request) {
        return Problem.refusal(error, request).consequence();
    }
}
