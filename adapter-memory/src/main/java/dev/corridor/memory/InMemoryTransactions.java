package dev.corridor.memory;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.transaction.port.Transactions;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.transaction.Details;
import dev.corridor.domain.transaction.Entry;
import dev.corridor.domain.transaction.Statement;
import dev.corridor.domain.transaction.Statement.Period;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionFilter;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.domain.transaction.TransactionStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Transactions, and what they have posted to the accounts. */
final class InMemoryTransactions implements Transactions {

    private final Memory memory;

    InMemoryTransactions(Memory memory) {
        this.memory = memory;
    }

    @Override
    public Optional<Transaction> find(OrganizationId organization, TransactionId id) {
        synchronized (memory) {
            return memory.transaction(id).filter(organization::owns);
        }
    }

    @Override
    public Optional<OrganizationId> owner(TransactionId id) {
        synchronized (memory) {
            return memory.transaction(id).map(Transaction::organization);
        }
    }

    @Override
    public List<Transaction> findByHash(OrganizationId organization, String txHash) {
        synchronized (memory) {
            return memory.transactions.values().stream().filter(organization::owns).filter(found -> hasHash(found, txHash)).toList();
        }
    }

    private static boolean hasHash(Transaction transaction, String txHash) {
        return transaction.details() instanceof Details.CryptoPayout payout && payout.txHash().filter(txHash::equals).isPresent();
    }

    @Override
    public List<Entry> entries(OrganizationId organization, TransactionId id) {
        synchronized (memory) {
            return find(organization, id).stream()
                    .flatMap(found -> memory.entriesOf(organization, found.account()).stream())
                    .filter(entry -> entry.transaction().equals(id))
                    .sorted(Comparator.comparingInt(Entry::line))
                    .toList();
        }
    }

    @Override
    public boolean isFirstPayout(OrganizationId organization, AccountId account, BeneficiaryId beneficiary) {
        synchronized (memory) {
            return memory.beneficiary(beneficiary)
                    .filter(organization::owns)
                    .filter(found -> found.account().equals(account))
                    .isPresent()
                    && memory.transactions.values().stream()
                            .filter(found -> found.status() != TransactionStatus.DECLINED)
                            .noneMatch(found -> pays(found, beneficiary));
        }
    }

    private static boolean pays(Transaction transaction, BeneficiaryId beneficiary) {
        return transaction.beneficiary().filter(beneficiary::equals).isPresent();
    }

    @Override
    public Page<Transaction> page(OrganizationId organization, TransactionFilter filter, PageRequest<TransactionId> request) {
        synchronized (memory) {
            return Memory.page(
                    organization,
                    memory.transactions.values(),
                    found -> passes(filter, found),
                    found -> found.id().uuid(),
                    request.map(TransactionId::uuid));
        }
    }

    private static boolean passes(TransactionFilter filter, Transaction transaction) {
        return filter.account().stream().allMatch(transaction.account()::equals)
                && filter.beneficiary().stream().allMatch(wanted -> pays(transaction, wanted))
                && filter.reference().stream().allMatch(wanted -> transaction.memo().reference().filter(wanted::equals).isPresent())
                && (filter.types().isEmpty() || filter.types().contains(transaction.type()))
                && (filter.statuses().isEmpty() || filter.statuses().contains(transaction.status()))
                && transaction.memo().metadata().entrySet().containsAll(filter.metadata().entrySet())
                && filter.amounts().stream().allMatch(wanted -> wanted.include(transaction.amount()))
                && filter.createdFrom().stream().noneMatch(transaction.createdAt()::isBefore)
                && filter.createdUntil().stream().noneMatch(transaction.createdAt()::isAfter);
    }

    @Override
    public Page<Entry> ledger(OrganizationId organization, AccountId account, PageRequest<Entry.Position> request) {
        synchronized (memory) {
            long before = request.after().map(Entry.Position::number).orElse(Long.MAX_VALUE);
            var newestFirst = memory.entriesOf(organization, account).reversed().stream();
            return Page.of(newestFirst.filter(entry -> entry.position().number() < before).toList(), request.limit());
        }
    }

    @Override
    public Optional<Statement> statement(
            OrganizationId organization, AccountId account, Asset asset, Period period, int maxEntries) {
        synchronized (memory) {
            var opening = memory.balanceBefore(organization, account, asset, period.from());
            var entries = memory.entriesOf(organization, account, asset, period.from(), period.until());
            return entries.size() > maxEntries
                    ? Optional.empty()
                    : Optional.of(Statement.of(period, opening, entries, memory.transactions::get));
        }
    }
}
