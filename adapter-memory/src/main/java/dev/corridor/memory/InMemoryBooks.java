package dev.corridor.memory;

import dev.corridor.application.books.Books;
import dev.corridor.application.books.Changes;
import dev.corridor.application.books.Decision;
import dev.corridor.application.books.OpenBooks;
import dev.corridor.application.books.Posted;
import dev.corridor.application.books.Subjects;
import dev.corridor.domain.feed.Event.BeneficiaryEvent;
import dev.corridor.domain.feed.Event.QuoteEvent;
import dev.corridor.domain.feed.Event.TransactionEvent;
import dev.corridor.domain.transaction.PayoutTally;
import dev.corridor.domain.transaction.TransactionStatus;
import java.util.List;

/** Decisions are taken one after the other. */
public final class InMemoryBooks implements Books {

    private final Memory memory;

    InMemoryBooks(Memory memory) {
        this.memory = memory;
    }

    @Override
    public <R> R decide(Subjects subjects, Decision<R> decision) {
        synchronized (memory) {
            var open = OpenBooks.of(subjects, memory);
            var answer = decision.take(open);
            keep(open.changes());
            return answer;
        }
    }

    /** The whole ledger, in the order of posting. */
    public List<Posted> postings() {
        synchronized (memory) {
            return List.copyOf(memory.postings);
        }
    }

    private void keep(Changes changes) {
        changes.accounts().forEach(account -> memory.accounts.put(account.id(), account));
        changes.beneficiaries().forEach(beneficiary -> memory.beneficiaries.put(beneficiary.id(), beneficiary));
        changes.quotes().forEach(quote -> memory.quotes.put(quote.id(), quote));
        changes.openQuotes().forEach(open -> memory.openQuotes.put(open.account(), open));
        changes.transactions().forEach(transaction -> memory.transactions.put(transaction.id(), transaction));
        changes.transactions().forEach(transaction -> memory.postponedHolds.remove(transaction.id()));
        changes.payoutTallies().forEach(tally -> memory.payoutTallies.put(tally.key(), tally));
        changes.transactions().stream()
                .filter(changed -> changed.isPayoutThat(TransactionStatus.DECLINED))
                .forEach(declined -> PayoutTally.giveBack(declined, memory.payoutTallies));
        changes.balances().forEach(balance -> memory.balances.put(new Memory.BalanceKey(balance.account(), balance.asset()), balance));
        changes.transfers().forEach(transfer -> memory.transfers.put(
                transfer.transaction(),
                InMemoryOutbox.Item.of(transfer, memory.transactions.get(transfer.transaction()).createdAt())));
        changes.receipts().forEach(receipt -> memory.receipts.put(receipt.id(), receipt));
        changes.bankTransfers().forEach(transfer -> memory.bankTransfers.put(
                transfer.transaction(),
                InMemoryBankOutbox.Item.of(transfer, memory.transactions.get(transfer.transaction()).createdAt())));
        changes.networkTransfers().forEach(transfer -> memory.networkTransfers.put(
                transfer.transaction(),
                InMemoryNetworkOutbox.Item.of(transfer, memory.transactions.get(transfer.transaction()).createdAt())));
        memory.gasCosts.addAll(changes.gasCosts());
        memory.postings.addAll(changes.postings());
        memory.auditRecords.addAll(changes.records());
        changes.quotes().forEach(quote -> memory.events.add(new QuoteEvent(memory.horizon++, quote)));
        changes.transactions().forEach(transaction -> memory.events.add(new TransactionEvent(memory.horizon++, transaction)));
        changes.beneficiaries().forEach(beneficiary -> memory.events.add(new BeneficiaryEvent(memory.horizon++, beneficiary)));
        changes.forgotten().forEach(memory.answers::remove);
        changes.answers().forEach(answer -> memory.answers.put(answer.key(), answer));
    }
}
