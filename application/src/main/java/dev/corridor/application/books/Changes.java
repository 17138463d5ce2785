package dev.corridor.application.books;

import dev.corridor.domain.account.Account;
import dev.corridor.domain.account.Balance;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.funding.Receipt;
import dev.corridor.domain.idempotency.IdempotencyKey;
import dev.corridor.domain.idempotency.IdempotencyRecord;
import dev.corridor.domain.quote.OpenQuotes;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.transaction.BankTransfer;
import dev.corridor.domain.transaction.ChainTransfer;
import dev.corridor.domain.transaction.GasCost;
import dev.corridor.domain.transaction.NetworkTransfer;
import dev.corridor.domain.transaction.PayoutTally;
import dev.corridor.domain.transaction.Transaction;
import java.util.List;

/** All that a decision recorded: new things and new states of known ones, each as it is afterwards, and the postings to append. */
public record Changes(
        List<Account> accounts,
        List<Beneficiary> beneficiaries,
        List<Quote> quotes,
        List<OpenQuotes> openQuotes,
        List<Transaction> transactions,
        List<PayoutTally> payoutTallies,
        List<Posted> postings,
        List<Balance> balances,
        List<ChainTransfer> transfers,
        List<Receipt> receipts,
        List<BankTransfer> bankTransfers,
        List<NetworkTransfer> networkTransfers,
        List<GasCost> gasCosts,
        List<AuditRecord> records,
        List<IdempotencyRecord> answers,
        List<IdempotencyKey> forgotten) {

    public static final Changes NONE = new Changes(
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
            List.of(), List.of(), List.of(), List.of());

    public Changes {
        accounts = List.copyOf(accounts);
        beneficiaries = List.copyOf(beneficiaries);
        quotes = List.copyOf(quotes);
        openQuotes = List.copyOf(openQuotes);
        transactions = List.copyOf(transactions);
        payoutTallies = List.copyOf(payoutTallies);
        postings = List.copyOf(postings);
        balances = List.copyOf(balances);
        transfers = List.copyOf(transfers);
        receipts = List.copyOf(receipts);
        bankTransfers = List.copyOf(bankTransfers);
        networkTransfers = List.copyOf(networkTransfers);
        gasCosts = List.copyOf(gasCosts);
        records = List.copyOf(records);
        answers = List.copyOf(answers);
        forgotten = List.copyOf(forgotten);
    }

    public boolean isEmpty() {
        return equals(NONE);
    }
}
