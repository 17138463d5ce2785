package dev.corridor.testing.model;

import dev.corridor.application.transaction.EndPayout.Ending;
import dev.corridor.application.transaction.JudgePayout.Verdict;
import dev.corridor.application.transaction.port.Chain.Fate;
import dev.corridor.application.transaction.port.Chain.Sending;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.quote.QuoteId;
import dev.corridor.domain.transaction.Statement.Period;
import dev.corridor.domain.transaction.TransactionId;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One step of a sequence: what a customer asks for, or what happens around them. */
sealed interface Step {

    /** A request that changes something, and that the customer may have named. */
    sealed interface Request extends Step {

        /** What it asks for, field by field, as its fingerprint is taken. */
        default Map<String, String> content() {
            var content = new LinkedHashMap<String, String>();
            for (var field : getClass().getRecordComponents()) {
                content.put(field.getName(), valueOf(field));
            }
            return content;
        }

        private String valueOf(RecordComponent field) {
            try {
                return String.valueOf(field.getAccessor().invoke(this));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    record OpenAccount(String name) implements Request {}

    record Deposit(AccountId account, Money amount) implements Request {}

    record RegisterWallet(AccountId account) implements Request {}

    record RegisterBankAccount(AccountId account) implements Request {}

    record ArchiveBeneficiary(AccountId account, BeneficiaryId beneficiary) implements Request {}

    record IssueQuote(AccountId account, Money amount, Asset to) implements Request {}

    record ExecuteQuote(QuoteId quote) implements Request {}

    record Convert(AccountId account, Money amount, Asset to, long slippageBasisPoints) implements Request {}

    /** @param sending what the chain is going to say to it */
    record PayOutCrypto(AccountId account, BeneficiaryId beneficiary, Money amount, Optional<String> reference, Sending sending) implements Request {}

    record PayOutFiat(AccountId account, BeneficiaryId beneficiary, Money amount, Optional<String> reference) implements Request {}

    record TransferBetweenAccounts(AccountId from, AccountId to, Money amount, Optional<String> reference) implements Request {}

    record EndPayout(TransactionId transaction, Ending ending) implements Request {}

    /** @param isMaker whether the one who has asked for the payout is also the one who judges it */
    record JudgePayout(TransactionId payout, Verdict verdict, boolean isMaker) implements Request {}

    record ReverseTransaction(TransactionId transaction, String reason) implements Request {}

    /** @param amount all that is still out if empty */
    record ReturnPayout(TransactionId payout, Optional<String> amount) implements Request {}

    /** A request that only reads. */
    sealed interface Question extends Step {}

    record BalanceAt(AccountId account, Asset asset, Instant at) implements Question {}

    record StatementOf(AccountId account, Asset asset, Period period) implements Question {}

    record QuoteSeen(QuoteId quote) implements Question {}

    record TransactionSeen(TransactionId transaction) implements Question {}

    /** A step that no customer takes. */
    sealed interface Event extends Step {}

    /** @param by negative where the clock of the next node is behind that of the last */
    record TimePasses(Duration by) implements Event {}

    /** Payouts are looked at whose wait may be over. */
    record WaitsEnd() implements Event {}

    /**
     * Payouts are looked at that wait for the chain, which has something to say about one of them.
     *
     * @param sending what it says when the transfer is sent to it once more
     */
    record ChainTells(TransactionId payout, Fate fate, Sending sending) implements Event {}
}
