package dev.corridor.memory;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.books.Aggregates;
import dev.corridor.application.books.Moment;
import dev.corridor.application.books.Posted;
import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.access.UserId;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.account.Balance;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.fee.FeeKey;
import dev.corridor.domain.fee.FeeSchedule;
import dev.corridor.domain.fee.FeeScheduleVersion;
import dev.corridor.domain.feed.Event;
import dev.corridor.domain.funding.FundingMethod;
import dev.corridor.domain.funding.FundingMethodId;
import dev.corridor.domain.funding.Receipt;
import dev.corridor.domain.funding.ReceiptId;
import dev.corridor.domain.idempotency.IdempotencyKey;
import dev.corridor.domain.idempotency.IdempotencyRecord;
import dev.corridor.domain.market.TickId;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.organization.LetterId;
import dev.corridor.domain.organization.LetterOfAuthorization;
import dev.corridor.domain.organization.NetworkMember;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.Owned;
import dev.corridor.domain.organization.ShareToken;
import dev.corridor.domain.organization.Standing;
import dev.corridor.domain.quote.OpenQuotes;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.quote.QuoteId;
import dev.corridor.domain.reference.Reference;
import dev.corridor.domain.transaction.Details;
import dev.corridor.domain.transaction.Entry;
import dev.corridor.domain.transaction.GasCost;
import dev.corridor.domain.transaction.LedgerAccount;
import dev.corridor.domain.transaction.PayoutBatchId;
import dev.corridor.domain.transaction.PayoutControls;
import dev.corridor.domain.transaction.PayoutControlsVersion;
import dev.corridor.domain.transaction.PayoutTally;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.domain.user.Session;
import dev.corridor.domain.user.SessionId;
import dev.corridor.domain.user.User;
import dev.corridor.domain.webhook.Endpoint;
import dev.corridor.domain.webhook.EndpointId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the ports hold in common. Every one of them reads and writes it under its lock, the object itself. */
final class Memory implements Aggregates {

    record BalanceKey(AccountId account, Asset asset) {}

    record Wallet(ChainName chain, String address) {}

    final Map<OrganizationId, Organization> organizations = new HashMap<>();
    final Map<OrganizationId, NetworkMember> members = new HashMap<>();
    final Map<LetterId, LetterOfAuthorization> letters = new LinkedHashMap<>();
    final Set<ShareToken> redeemedTokens = new HashSet<>();
    final Map<ApiKeyId, ApiKey> keys = new HashMap<>();
    final Map<String, ApiKeyId> keysBySecret = new HashMap<>();
    final Map<EndpointId, Endpoint> endpoints = new HashMap<>();
    final List<AuditRecord> auditRecords = new ArrayList<>();
    final Map<UserId, User> users = new HashMap<>();
    final Map<SessionId, Session> sessions = new HashMap<>();
    final Map<AccountId, Account> accounts = new HashMap<>();
    final Map<BalanceKey, Balance> balances = new HashMap<>();
    final Map<BeneficiaryId, Beneficiary> beneficiaries = new HashMap<>();
    final Map<QuoteId, Quote> quotes = new HashMap<>();
    final Map<AccountId, OpenQuotes> openQuotes = new HashMap<>();
    final Map<TransactionId, Transaction> transactions = new HashMap<>();
    final Map<TransactionId, InMemoryOutbox.Item> transfers = new HashMap<>();
    final Map<TransactionId, InMemoryBankOutbox.Item> bankTransfers = new HashMap<>();
    final Map<String, InMemoryBankOutbox.Kept> bankFiles = new HashMap<>();
    long lastBankFileNumber;
    final Map<TransactionId, InMemoryNetworkOutbox.Item> networkTransfers = new LinkedHashMap<>();
    final List<GasCost> gasCosts = new ArrayList<>();
    final Map<Wallet, Long> nextNonces = new HashMap<>();
    final Map<FundingMethodId, FundingMethod> fundingMethods = new LinkedHashMap<>();
    final Map<String, Long> depositAddresses = new HashMap<>();
    final Map<ChainName, Long> depositCursors = new HashMap<>();
    final Map<ChainName, Instant> depositLeases = new HashMap<>();
    final Map<ReceiptId, Receipt> receipts = new LinkedHashMap<>();
    final List<Posted> postings = new ArrayList<>();
    final List<FeeScheduleVersion> feeSchedules = new ArrayList<>();
    final List<PayoutControlsVersion> payoutControls = new ArrayList<>();
    final Map<PayoutTally.Key, PayoutTally> payoutTallies = new HashMap<>();
    final Map<TransactionId, Instant> postponedHolds = new HashMap<>();
    final Map<PayoutBatchId, InMemoryPayoutBatches.Kept> payoutBatches = new HashMap<>();
    final Map<IdempotencyKey, IdempotencyRecord> answers = new HashMap<>();
    final List<Event> events = new ArrayList<>();
    long horizon = 1;
    private final InstantSource clock;
    private final TimeOrderedIds ids;

    Memory(InstantSource clock, TimeOrderedIds ids) {
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Moment moment() {
        return new Moment(clock.instant(), ids);
    }

    @Override
    public Optional<Account> account(AccountId id) {
        return Optional.ofNullable(accounts.get(id));
    }

    @Override
    public List<Balance> balances(AccountId account) {
        return balances.values().stream().filter(balance -> balance.account().equals(account)).toList();
    }

    @Override
    public Optional<Beneficiary> beneficiary(BeneficiaryId id) {
        return Optional.ofNullable(beneficiaries.get(id));
    }

    @Override
    public Optional<Quote> quote(QuoteId id) {
        return Optional.ofNullable(quotes.get(id));
    }

    @Override
    public Optional<OpenQuotes> openQuotes(AccountId account) {
        return Optional.ofNullable(openQuotes.get(account));
    }

    @Override
    public Optional<Transaction> transaction(TransactionId id) {
        return Optional.ofNullable(transactions.get(id));
    }

    @Override
    public Optional<Transaction> credit(OrganizationId organization, TransactionId debit) {
        return transactions.values().stream()
                .filter(organization::owns)
                .filter(found -> found.details() instanceof Details.IncomingTransfer transfer && transfer.debit().equals(debit))
                .findAny();
    }

    NetworkMember member(OrganizationId organization) {
        return members.getOrDefault(organization, NetworkMember.absent(organization));
    }

    /** Or a validation error, if another organization has its handle. */
    void put(NetworkMember member) {
        boolean isTaken = members.values().stream()
                .anyMatch(other -> !member.organization().owns(other) && member.handle().isPresent() && other.handle().equals(member.handle()));
        if (isTaken) {
            throw NetworkMember.handleTaken();
        }
        members.put(member.organization(), member);
    }

    @Override
    public Optional<Receipt> receipt(ReceiptId id) {
        return Optional.ofNullable(receipts.get(id));
    }

    @Override
    public Optional<IdempotencyRecord> remembered(IdempotencyKey key) {
        return Optional.ofNullable(answers.get(key));
    }

    @Override
    public Optional<Standing> standing(OrganizationId organization) {
        return Optional.ofNullable(organizations.get(organization)).map(found -> new Standing(
                found.status(),
                lettersOf(organization).stream()
                        .filter(LetterOfAuthorization::isActive)
                        .map(LetterOfAuthorization::authorized)
                        .collect(Collectors.toSet())));
    }

    /** Those that the organization has granted and not revoked. */
    List<LetterOfAuthorization> lettersOf(OrganizationId granting) {
        return letters.values().stream().filter(granting::owns).filter(letter -> !letter.isRevoked()).toList();
    }

    @Override
    public FeeSchedule feeSchedule(OrganizationId organization, FeeKey key) {
        return newest(Optional.of(organization), key).or(() -> newest(Optional.empty(), key)).orElse(FeeSchedule.free(key.asset()));
    }

    private Optional<FeeSchedule> newest(Optional<OrganizationId> organization, FeeKey key) {
        return feeSchedules.reversed().stream()
                .filter(version -> version.organization().equals(organization) && version.key().equals(key))
                .findFirst()
                .flatMap(FeeScheduleVersion::schedule);
    }

    @Override
    public PayoutControls payoutControls(OrganizationId organization, FeeKey key) {
        return newestControls(Optional.of(organization), key).or(() -> newestControls(Optional.empty(), key)).orElse(PayoutControls.NONE);
    }

    private Optional<PayoutControls> newestControls(Optional<OrganizationId> organization, FeeKey key) {
        return payoutControls.reversed().stream()
                .filter(version -> version.organization().equals(organization) && version.key().equals(key))
                .findFirst()
                .flatMap(PayoutControlsVersion::controls);
    }

    @Override
    public Optional<PayoutTally> payoutTally(PayoutTally.Key key) {
        return Optional.ofNullable(payoutTallies.get(key));
    }

    @Override
    public Optional<String> holder(Reference reference) {
        return switch (reference.kind()) {
            case ACCOUNT -> holder(reference, accounts, Account::reference);
            case BENEFICIARY -> holder(reference, beneficiaries, Beneficiary::heldReference);
            case TRANSACTION -> holder(reference, transactions, Transaction::heldReference);
        };
    }

    private static <T> Optional<String> holder(Reference reference, Map<?, T> all, Function<T, Optional<Reference>> held) {
        return all.entrySet().stream()
                .filter(each -> held.apply(each.getValue()).filter(reference::equals).isPresent())
                .map(each -> each.getKey().toString())
                .findAny();
    }

    synchronized boolean hasPriced(TickId tick) {
        return quotes.values().stream().anyMatch(quote -> quote.terms().tick().equals(Optional.of(tick)));
    }

    /** A decision never says when a key was last used, so the time that is known stays. */
    void put(ApiKey key) {
        var before = Optional.ofNullable(keys.get(key.id())).flatMap(ApiKey::lastUsedAt);
        keys.put(key.id(), before.map(at -> used(key, at)).orElse(key));
        keysBySecret.put(key.secret().hash(), key.id());
    }

    static ApiKey used(ApiKey key, Instant at) {
        var latest = key.lastUsedAt().filter(at::isBefore).orElse(at);
        return new ApiKey(
                key.id(),
                key.organization(),
                key.environment(),
                key.terms(),
                key.status(),
                key.secret(),
                key.former(),
                key.createdAt(),
                key.updatedAt(),
                Optional.of(latest));
    }

    Stream<ApiKey> keysOf(OrganizationId organization) {
        return keys.values().stream().filter(key -> organization.owns(key) && !key.isDeleted());
    }

    List<Endpoint> endpointsOf(OrganizationId organization) {
        return endpoints.values().stream().filter(organization::owns).toList();
    }

    /** The entries of an account, from the oldest to the newest, numbered in this order. */
    List<Entry> entriesOf(OrganizationId organization, AccountId account) {
        var entries = new ArrayList<Entry>();
        for (var posted : postings) {
            if (organization.owns(posted) && posted.posting().account().filter(account::equals).isPresent()) {
                for (var side : posted.posting().sides()) {
                    if (side.place() instanceof LedgerAccount.Customer customer) {
                        entries.add(new Entry(
                                new Entry.Position(posted.postedAt(), entries.size() + 1),
                                posted.transaction(),
                                side.line(),
                                account,
                                customer.bucket(),
                                side.change(),
                                posted.after().orElseThrow().in(customer.bucket()),
                                posted.postedAt()));
                    }
                }
            }
        }
        return entries;
    }

    /** Only those of the asset, posted from the one instant and before the other. */
    List<Entry> entriesOf(OrganizationId organization, AccountId account, Asset asset, Instant from, Instant until) {
        return entriesOf(organization, account).stream()
                .filter(entry -> entry.amount().asset().equals(asset))
                .filter(entry -> !entry.postedAt().isBefore(from) && entry.postedAt().isBefore(until))
                .toList();
    }

    Balance balanceBefore(OrganizationId organization, AccountId account, Asset asset, Instant instant) {
        var balance = Balance.zero(account, asset);
        for (var entry : entriesOf(organization, account, asset, Instant.MIN, instant)) {
            balance = balance.post(entry.bucket(), entry.amount(), entry.postedAt());
        }
        return balance;
    }

    /** What the organization owns among all of them, from the newest to the oldest. */
    static <T extends Owned> Page<T> page(
            OrganizationId organization, Collection<T> all, Predicate<T> wanted, Function<T, UUID> id, PageRequest<UUID> request) {
        var after = request.after().map(UUID::toString);
        var found = all.stream()
                .filter(organization::owns)
                .filter(wanted)
                .filter(item -> after.stream().allMatch(key -> id.apply(item).toString().compareTo(key) < 0))
                .sorted(Comparator.comparing((T item) -> id.apply(item).toString()).reversed())
                .toList();
        return Page.of(found, request.limit());
    }
}
