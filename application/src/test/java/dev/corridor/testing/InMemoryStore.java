package dev.corridor.testing;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.access.port.ApiKeys;
import dev.corridor.application.access.port.Credentials;
import dev.corridor.application.access.port.KeyUses;
import dev.corridor.application.access.port.Nonces;
import dev.corridor.application.account.port.Accounts;
import dev.corridor.application.audit.port.AuditTrail;
import dev.corridor.application.beneficiary.port.Beneficiaries;
import dev.corridor.application.books.Books;
import dev.corridor.application.books.Changes;
import dev.corridor.application.books.Decision;
import dev.corridor.application.books.OpenBooks;
import dev.corridor.application.books.PostedEntry;
import dev.corridor.application.books.Subjects;
import dev.corridor.application.feed.port.Connections;
import dev.corridor.application.feed.port.Events;
import dev.corridor.application.idempotency.port.ExpiredAnswers;
import dev.corridor.application.market.port.Candles;
import dev.corridor.application.market.port.RecentTrades;
import dev.corridor.application.market.port.Ticks;
import dev.corridor.application.organization.port.Organizations;
import dev.corridor.application.quote.port.Quotes;
import dev.corridor.application.registry.OpenRegistry;
import dev.corridor.application.registry.Registry;
import dev.corridor.application.transaction.port.Transactions;
import dev.corridor.application.transaction.port.UnresolvedTransfers;
import dev.corridor.application.user.port.Sessions;
import dev.corridor.application.user.port.Users;
import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.access.Credential;
import dev.corridor.domain.access.UserId;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.account.Balance;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.audit.AuditRecordId;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.beneficiary.BeneficiaryStatus;
import dev.corridor.domain.beneficiary.BeneficiaryType;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.feed.Connection;
import dev.corridor.domain.feed.ConnectionId;
import dev.corridor.domain.feed.Event;
import dev.corridor.domain.feed.Event.QuoteEvent;
import dev.corridor.domain.feed.Event.TransactionEvent;
import dev.corridor.domain.feed.Topic;
import dev.corridor.domain.idempotency.IdempotencyKey;
import dev.corridor.domain.idempotency.IdempotencyRecord;
import dev.corridor.domain.market.MarketTrade;
import dev.corridor.domain.market.Symbol;
import dev.corridor.domain.market.TickId;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationError.OrganizationNotFound;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.quote.QuoteId;
import dev.corridor.domain.transaction.Details;
import dev.corridor.domain.transaction.LedgerAccount;
import dev.corridor.domain.transaction.LedgerLine;
import dev.corridor.domain.transaction.SignedTransfer;
import dev.corridor.domain.transaction.Statement;
import dev.corridor.domain.transaction.Statement.Period;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionFilter;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.domain.transaction.TransactionStatus;
import dev.corridor.domain.user.EmailAddress;
import dev.corridor.domain.user.Session;
import dev.corridor.domain.user.Token;
import dev.corridor.domain.user.TokenId;
import dev.corridor.domain.user.User;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
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

/**
 * Every port in memory, for tests and for trying Corridor out without a database. Decisions are taken one after the other under one lock.
 * What it holds is lost with it.
 */
public final class InMemoryStore implements Store {

    private record BalanceKey(AccountId account, Asset asset) {}

    private record Held(Connection connection, UUID node) {}

    private record Turn(SignedTransfer transfer, Instant takenAt) {}

    private final Map<OrganizationId, Organization> organizations = new HashMap<>();
    private final Map<ApiKeyId, ApiKey> keys = new HashMap<>();
    private final Map<ApiKeyId, Long> lastNonces = new HashMap<>();
    private final Map<String, ApiKeyId> keysBySecret = new HashMap<>();
    private final List<AuditRecord> auditRecords = new ArrayList<>();
    private final Map<UserId, User> users = new HashMap<>();
    private final Map<TokenId, Token> revokedTokens = new HashMap<>();
    private final Map<AccountId, Account> accounts = new HashMap<>();
    private final Map<BalanceKey, Balance> balances = new HashMap<>();
    private final Map<BeneficiaryId, Beneficiary> beneficiaries = new HashMap<>();
    private final Map<QuoteId, Quote> quotes = new HashMap<>();
    private final Map<TransactionId, Transaction> transactions = new HashMap<>();
    private final Map<TransactionId, Turn> transfers = new HashMap<>();
    private final List<PostedEntry> entries = new ArrayList<>();
    private final Map<IdempotencyKey, IdempotencyRecord> answers = new HashMap<>();
    private final InMemoryMarket market = new InMemoryMarket(this::hasPricedSomething);
    private final List<Event> events = new ArrayList<>();
    private final Map<Topic, Long> forgottenEvents = new HashMap<>();
    private long horizon = 1;
    private final Map<ConnectionId, Held> connections = new LinkedHashMap<>();

    /** Replaces an account: the way to see one that is suspended or closed. */
    public synchronized void put(Account account) {
        accounts.put(account.id(), account);
    }

    /** Every entry ever posted, in order, those of the house's accounts included. */
    public synchronized List<PostedEntry> entries() {
        return List.copyOf(entries);
    }

    @Override
    public Books books() {
        return this::decide;
    }

    private synchronized <R> R decide(Subjects subjects, Decision<R> decision) {
        var open = open(subjects);
        var answer = decision.take(open);
        keep(open.changes());
        return answer;
    }

    private OpenBooks open(Subjects subjects) {
        var organization = subjects.organization();
        var quote = subjects.quote().map(quotes::get).filter(found -> found.terms().organization().equals(organization));
        var beneficiary =
                subjects.beneficiary().map(beneficiaries::get).filter(found -> found.organization().equals(organization));
        var transaction =
                subjects.transaction().map(transactions::get).filter(found -> found.organization().equals(organization));
        var account = Stream.of(
                        subjects.account(),
                        beneficiary.map(Beneficiary::account),
                        quote.map(Quote::account),
                        transaction.map(Transaction::account))
                .flatMap(Optional::stream)
                .map(accounts::get)
                .filter(found -> found != null && found.organization().equals(organization))
                .distinct()
                .toList();
        return new OpenBooks(
                account,
                account.stream().flatMap(found -> balancesOf(found.id())).toList(),
                beneficiary.stream().toList(),
                quote.stream().toList(),
                transaction.stream().toList(),
                subjects.idempotencyKey().map(answers::get).stream().toList());
    }

    private void keep(Changes changes) {
        changes.beneficiaries().forEach(beneficiary -> beneficiaries.put(beneficiary.id(), beneficiary));
        changes.quotes().forEach(quote -> quotes.put(quote.id(), quote));
        changes.transactions().forEach(transaction -> transactions.put(transaction.id(), transaction));
        changes.balances().forEach(balance -> balances.put(new BalanceKey(balance.account(), balance.asset()), balance));
        changes.transfers().forEach(transfer -> transfers.put(
                transfer.transaction(), new Turn(transfer, transactions.get(transfer.transaction()).createdAt())));
        entries.addAll(changes.entries());
        changes.accounts().forEach(this::put);
        changes.quotes().forEach(quote -> events.add(new QuoteEvent(horizon++, quote)));
        changes.transactions().forEach(transaction -> events.add(new TransactionEvent(horizon++, transaction)));
        changes.forgotten().forEach(answers::remove);
        changes.answers().forEach(answer -> answers.put(answer.key(), answer));
    }

    private Stream<Balance> balancesOf(AccountId account) {
        return balances.values().stream().filter(balance -> balance.account().equals(account));
    }

    @Override
    public Organizations organizations() {
        return id -> {
            synchronized (this) {
                return Optional.ofNullable(organizations.get(id));
            }
        };
    }

    @Override
    public Registry registry() {
        return new Registry() {
            @Override
            public boolean enrol(Organization organization, ApiKey firstKey, List<AuditRecord> records) {
                synchronized (InMemoryStore.this) {
                    if (keysBySecret.containsKey(firstKey.secret().hash())) {
                        return false;
                    }
                    organizations.put(organization.id(), organization);
                    put(firstKey);
                    auditRecords.addAll(records);
                    return true;
                }
            }

            @Override
            public <R> R decide(OrganizationId organization, Optional<IdempotencyKey> named, Function<OpenRegistry, R> decision) {
                synchronized (InMemoryStore.this) {
                    var found = Optional.ofNullable(organizations.get(organization))
                            .orElseThrow(() -> new BusinessException(new OrganizationNotFound(organization)));
                    var open = new OpenRegistry(found, keysOf(organization).toList(), named.map(answers::get));
                    var answer = decision.apply(open);
                    var changes = open.changes();
                    changes.organization().ifPresent(changed -> organizations.put(changed.id(), changed));
                    changes.keys().forEach(InMemoryStore.this::put);
                    auditRecords.addAll(changes.records());
                    changes.answers().forEach(written -> answers.put(written.key(), written));
                    return answer;
                }
            }
        };
    }

    /** When it was last used is not for a decision to say. */
    private void put(ApiKey key) {
        var before = Optional.ofNullable(keys.get(key.id())).flatMap(ApiKey::lastUsedAt);
        keys.put(key.id(), before.map(at -> used(key, at)).orElse(key));
        keysBySecret.put(key.secret().hash(), key.id());
    }

    private Stream<ApiKey> keysOf(OrganizationId organization) {
        return keys.values().stream().filter(key -> key.organization().equals(organization) && !key.isDeleted());
    }

    @Override
    public ApiKeys apiKeys() {
        return new ApiKeys() {
            @Override
            public Optional<ApiKey> find(OrganizationId organization, ApiKeyId id) {
                synchronized (InMemoryStore.this) {
                    return keysOf(organization).filter(key -> key.id().equals(id)).findAny();
                }
            }

            @Override
            public Page<ApiKey> page(OrganizationId organization, PageRequest<ApiKeyId> request) {
                return newestFirst(
                        keys.values(),
                        key -> key.organization().equals(organization) && !key.isDeleted(),
                        key -> key.id().uuid(),
                        request,
                        ApiKeyId::uuid);
            }

            @Override
            public Optional<OrganizationId> ownerOf(ApiKeyId id) {
                synchronized (InMemoryStore.this) {
                    return Optional.ofNullable(keys.get(id)).map(ApiKey::organization);
                }
            }
        };
    }

    @Override
    public Credentials credentials() {
        return hash -> {
            synchronized (this) {
                return Optional.ofNullable(keysBySecret.get(hash))
                        .map(keys::get)
                        .map(key -> new Credential(key, hash, organizations.get(key.organization()).status()));
            }
        };
    }

    @Override
    public KeyUses keyUses() {
        return uses -> {
            synchronized (this) {
                uses.forEach(use -> keys.computeIfPresent(use.key(), (id, key) -> used(key, use.at())));
            }
        };
    }

    @Override
    public Nonces nonces() {
        return (organization, key, nonce) -> {
            synchronized (this) {
                long last = lastNonces.getOrDefault(key, -1L);
                lastNonces.put(key, Math.max(last, nonce.value()));
                return nonce.value() > last;
            }
        };
    }

    private static ApiKey used(ApiKey key, Instant at) {
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

    @Override
    public AuditTrail auditTrail() {
        return (organization, filter, request) -> newestFirst(
                auditRecords,
                record -> record.organization().equals(organization) && filter.passes(record),
                record -> record.id().uuid(),
                request,
                AuditRecordId::uuid);
    }

    @Override
    public Users users() {
        return new Users() {
            @Override
            public Optional<User> find(EmailAddress email) {
                synchronized (InMemoryStore.this) {
                    return users.values().stream().filter(user -> user.email().equals(email)).findAny();
                }
            }

            @Override
            public Optional<User> find(UserId id) {
                synchronized (InMemoryStore.this) {
                    return Optional.ofNullable(users.get(id));
                }
            }

            @Override
            public boolean register(Registration registration) {
                synchronized (InMemoryStore.this) {
                    var user = registration.user();
                    if (find(user.email()).isPresent()) {
                        return false;
                    }
                    users.put(user.id(), user);
                    organizations.put(user.organization(), registration.organization());
                    put(registration.primaryAccount());
                    auditRecords.addAll(registration.records());
                    return true;
                }
            }

            @Override
            public void change(UserId id, Function<User, Change> change) {
                synchronized (InMemoryStore.this) {
                    var changed = change.apply(find(id).orElseThrow(() -> new IllegalStateException("no such user")));
                    users.put(id, changed.user());
                    auditRecords.addAll(changed.records());
                }
            }
        };
    }

    @Override
    public Sessions sessions() {
        return new Sessions() {
            @Override
            public Optional<Session> find(Token token) {
                synchronized (InMemoryStore.this) {
                    return Optional.ofNullable(users.get(token.user()))
                            .map(user -> new Session(
                                    user.id(),
                                    user.organization(),
                                    organizations.get(user.organization()).status(),
                                    revokedTokens.containsKey(token.id())));
                }
            }

            @Override
            public void revoke(List<Token> tokens, List<AuditRecord> records) {
                synchronized (InMemoryStore.this) {
                    tokens.forEach(token -> revokedTokens.put(token.id(), token));
                    auditRecords.addAll(records);
                }
            }

            @Override
            public int removeExpired(Instant before, int limit) {
                synchronized (InMemoryStore.this) {
                    var expired = revokedTokens.values().stream()
                            .filter(token -> token.expiresAt().isBefore(before))
                            .sorted(Comparator.comparing(Token::expiresAt))
                            .limit(limit)
                            .map(Token::id)
                            .toList();
                    expired.forEach(revokedTokens::remove);
                    return expired.size();
                }
            }
        };
    }

    @Override
    public Accounts accounts() {
        return new Accounts() {
            @Override
            public void add(Account account) {
                put(account);
            }

            @Override
            public Optional<Account> find(OrganizationId organization, AccountId id) {
                synchronized (InMemoryStore.this) {
                    return Optional.ofNullable(accounts.get(id)).filter(account -> account.organization().equals(organization));
                }
            }

            @Override
            public Page<Account> page(OrganizationId organization, PageRequest<AccountId> request) {
                return newestFirst(
                        accounts.values(),
                        account -> account.organization().equals(organization),
                        account -> account.id().uuid(),
                        request,
                        AccountId::uuid);
            }

            @Override
            public List<Balance> balances(OrganizationId organization, AccountId id) {
                synchronized (InMemoryStore.this) {
                    return find(organization, id).stream()
                            .flatMap(account -> balancesOf(account.id()))
                            .sorted(Comparator.comparing(balance -> balance.asset().code()))
                            .toList();
                }
            }

            @Override
            public Balance balanceBefore(OrganizationId organization, AccountId id, Asset asset, Instant instant) {
                synchronized (InMemoryStore.this) {
                    return balanceAfter(linesOf(organization, id, asset, Instant.MIN, instant), id, asset);
                }
            }

            @Override
            public Optional<Account> findPrimary(OrganizationId organization) {
                synchronized (InMemoryStore.this) {
                    return accounts.values().stream()
                            .filter(account -> account.organization().equals(organization) && account.primary())
                            .findFirst();
                }
            }
        };
    }

    @Override
    public Beneficiaries beneficiaries() {
        return new Beneficiaries() {
            @Override
            public Optional<Beneficiary> find(OrganizationId organization, AccountId account, BeneficiaryId id) {
                synchronized (InMemoryStore.this) {
                    return Optional.ofNullable(beneficiaries.get(id)).filter(found -> isOn(found, organization, account));
                }
            }

            @Override
            public Page<Beneficiary> page(
                    OrganizationId organization,
                    AccountId account,
                    Optional<BeneficiaryType> type,
                    PageRequest<BeneficiaryId> request) {
                return newestFirst(
                        beneficiaries.values(),
                        found -> isOn(found, organization, account)
                                && found.status() != BeneficiaryStatus.ARCHIVED
                                && type.stream().allMatch(found.destination().type()::equals),
                        found -> found.id().uuid(),
                        request,
                        BeneficiaryId::uuid);
            }

            private boolean isOn(Beneficiary beneficiary, OrganizationId organization, AccountId account) {
                return beneficiary.organization().equals(organization) && beneficiary.account().equals(account);
            }
        };
    }

    @Override
    public Quotes quotes() {
        return (organization, id) -> {
            synchronized (this) {
                return Optional.ofNullable(quotes.get(id)).filter(quote -> quote.terms().organization().equals(organization));
            }
        };
    }

    @Override
    public Transactions transactions() {
        return new Transactions() {
            @Override
            public Optional<Transaction> find(OrganizationId organization, TransactionId id) {
                synchronized (InMemoryStore.this) {
                    return Optional.ofNullable(transactions.get(id)).filter(found -> found.organization().equals(organization));
                }
            }

            @Override
            public boolean isFirstPayout(OrganizationId organization, AccountId account, BeneficiaryId beneficiary) {
                synchronized (InMemoryStore.this) {
                    return beneficiaries().find(organization, account, beneficiary).isPresent()
                            && transactions.values().stream()
                                    .filter(found -> found.status() != TransactionStatus.DECLINED)
                                    .noneMatch(found -> pays(found, beneficiary));
                }
            }

            private boolean pays(Transaction transaction, BeneficiaryId beneficiary) {
                return switch (transaction.details()) {
                    case Details.CryptoPayout payout -> payout.beneficiary().equals(beneficiary);
                    case Details.FiatPayout payout -> payout.beneficiary().equals(beneficiary);
                    case Details.Trade other -> false;
                    case Details.CryptoPayin other -> false;
                    case Details.FiatPayin other -> false;
                    case Details.Adjustment other -> false;
                };
            }

            @Override
            public Page<Transaction> page(
                    OrganizationId organization, TransactionFilter filter, PageRequest<TransactionId> request) {
                return newestFirst(
                        transactions.values(),
                        found -> found.organization().equals(organization) && passes(filter, found),
                        found -> found.id().uuid(),
                        request,
                        TransactionId::uuid);
            }

            @Override
            public Page<LedgerLine> ledger(OrganizationId organization, AccountId account, PageRequest<LedgerLine.Number> request) {
                synchronized (InMemoryStore.this) {
                    long before = request.after().map(LedgerLine.Number::value).orElse(Long.MAX_VALUE);
                    var newestFirst = linesOf(organization, account).reversed().stream();
                    return Page.of(newestFirst.filter(line -> line.number().value() < before).toList(), request.limit());
                }
            }

            @Override
            public Optional<Statement> statement(
                    OrganizationId organization, AccountId account, Asset asset, Period period, int maxEntries) {
                synchronized (InMemoryStore.this) {
                    var opening = accounts().balanceBefore(organization, account, asset, period.from());
                    var lines = linesOf(organization, account, asset, period.from(), period.until());
                    return lines.size() > maxEntries
                            ? Optional.empty()
                            : Optional.of(Statement.of(period, opening, lines, transactions::get));
                }
            }
        };
    }

    private static boolean passes(TransactionFilter filter, Transaction transaction) {
        return filter.account().stream().allMatch(transaction.account()::equals)
                && (filter.types().isEmpty() || filter.types().contains(transaction.type()))
                && (filter.statuses().isEmpty() || filter.statuses().contains(transaction.status()))
                && filter.createdFrom().stream().noneMatch(transaction.createdAt()::isBefore)
                && filter.createdUntil().stream().noneMatch(transaction.createdAt()::isAfter);
    }

    private List<LedgerLine> linesOf(OrganizationId organization, AccountId account) {
        var lines = new ArrayList<LedgerLine>();
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).organization().equals(organization)) {
                lineOf(entries.get(i), i + 1, account).ifPresent(lines::add);
            }
        }
        return lines;
    }

    /** Only those of the asset, posted from the one instant and before the other. */
    private List<LedgerLine> linesOf(OrganizationId organization, AccountId account, Asset asset, Instant from, Instant until) {
        return linesOf(organization, account).stream()
                .filter(line -> line.amount().asset().equals(asset))
                .filter(line -> !line.postedAt().isBefore(from) && line.postedAt().isBefore(until))
                .toList();
    }

    private static Balance balanceAfter(List<LedgerLine> lines, AccountId account, Asset asset) {
        var balance = Balance.zero(account, asset);
        for (var line : lines) {
            balance = balance.post(line.bucket(), line.amount(), line.postedAt());
        }
        return balance;
    }

    private static Optional<LedgerLine> lineOf(PostedEntry posted, long number, AccountId account) {
        if (!(posted.entry().place() instanceof LedgerAccount.Customer customer) || !customer.account().equals(account)) {
            return Optional.empty();
        }
        return Optional.of(new LedgerLine(
                new LedgerLine.Number(number),
                posted.transaction(),
                posted.entry().line(),
                account,
                customer.bucket(),
                posted.entry().amount(),
                posted.balanceAfter().orElseThrow(),
                posted.postedAt()));
    }

    @Override
    public UnresolvedTransfers unresolvedTransfers() {
        return this::claim;
    }

    private synchronized List<SignedTransfer> claim(Instant now, Duration lease, int limit) {
        var due = transfers.values().stream()
                .filter(turn -> transactions.get(turn.transfer().transaction()).status() == TransactionStatus.LOCKED)
                .filter(turn -> !turn.takenAt().plus(lease).isAfter(now))
                .sorted(Comparator.comparing(Turn::takenAt))
                .limit(limit)
                .map(Turn::transfer)
                .toList();
        due.forEach(transfer -> transfers.put(transfer.transaction(), new Turn(transfer, now)));
        return due;
    }

    @Override
    public ExpiredAnswers forgottenAnswers() {
        return this::removeAnswers;
    }

    private synchronized int removeAnswers(Instant before, int limit) {
        var forgotten = answers.values().stream()
                .filter(answer -> answer.answeredAt().isBefore(before))
                .sorted(Comparator.comparing(IdempotencyRecord::answeredAt))
                .limit(limit)
                .toList();
        forgotten.forEach(answer -> answers.remove(answer.key()));
        return forgotten.size();
    }

    @Override
    public Ticks ticks() {
        return market;
    }

    @Override
    public Candles candles() {
        return market;
    }

    @Override
    public RecentTrades recentTrades() {
        return this::recentTrades;
    }

    private synchronized List<MarketTrade> recentTrades(Symbol symbol, int limit) {
        return transactions.values().stream()
                .filter(found -> found.details() instanceof Details.Trade trade
                        && symbol.isBetween(found.amount().asset(), trade.received().asset()))
                .sorted(Comparator.comparing(Transaction::id, Comparator.comparing(TransactionId::toString)).reversed())
                .limit(limit)
                .map(found -> MarketTrade.of(
                        symbol, found.amount(), ((Details.Trade) found.details()).received(), found.createdAt()))
                .toList();
    }

    private synchronized boolean hasPricedSomething(TickId tick) {
        return quotes.values().stream().anyMatch(quote -> quote.terms().tick().equals(Optional.of(tick)));
    }

    @Override
    public Events events() {
        return new Events() {
            @Override
            public long horizon() {
                synchronized (InMemoryStore.this) {
                    return horizon;
                }
            }

            @Override
            public List<Event> read(Collection<Topic> topics, long from, long until, int limit) {
                synchronized (InMemoryStore.this) {
                    return events.stream()
                            .filter(event -> topics.contains(event.topic()) && event.sequence() >= from && event.sequence() < until)
                            .limit(limit)
                            .toList();
                }
            }

            @Override
            public long lastBefore(Topic topic, long sequence) {
                synchronized (InMemoryStore.this) {
                    return events.reversed().stream()
                            .filter(event -> event.topic().equals(topic) && event.sequence() < sequence)
                            .mapToLong(Event::sequence)
                            .findFirst()
                            .orElseGet(() -> forgottenUntil(topic) < sequence ? forgottenUntil(topic) : 0);
                }
            }

            @Override
            public long forgottenUntil(Topic topic) {
                synchronized (InMemoryStore.this) {
                    return forgottenEvents.getOrDefault(topic, 0L);
                }
            }

            @Override
            public int forget(Instant before, int limit) {
                synchronized (InMemoryStore.this) {
                    var oldest = events.stream().takeWhile(event -> happenedAt(event).isBefore(before)).limit(limit).toList();
                    oldest.forEach(event -> forgottenEvents.put(event.topic(), event.sequence()));
                    events.removeAll(oldest);
                    return oldest.size();
                }
            }
        };
    }

    /** There is one node, and it does not die before its connections do. */
    @Override
    public Connections connections() {
        return new Connections() {
            @Override
            public boolean open(Connection connection, UUID node, int limit) {
                synchronized (InMemoryStore.this) {
                    boolean isAllowed = heldBy(connection.holder()).count() < limit;
                    if (isAllowed) {
                        connections.put(connection.id(), new Held(connection, node));
                    }
                    return isAllowed;
                }
            }

            @Override
            public boolean subscribe(Connection connection, int more, int limit) {
                synchronized (InMemoryStore.this) {
                    int all = heldBy(connection.holder()).mapToInt(Connection::subscriptions).sum();
                    boolean isAllowed = all + more <= limit && connections.containsKey(connection.id());
                    if (isAllowed) {
                        add(connection.id(), more);
                    }
                    return isAllowed;
                }
            }

            @Override
            public void unsubscribe(Connection connection, int fewer) {
                synchronized (InMemoryStore.this) {
                    add(connection.id(), -fewer);
                }
            }

            @Override
            public void end(Connection connection) {
                synchronized (InMemoryStore.this) {
                    connections.remove(connection.id());
                }
            }

            @Override
            public Set<ConnectionId> hold(UUID node, Set<ConnectionId> open) {
                synchronized (InMemoryStore.this) {
                    return connections.values().stream()
                            .filter(held -> held.node.equals(node))
                            .map(held -> held.connection.id())
                            .filter(open::contains)
                            .collect(Collectors.toSet());
                }
            }

            @Override
            public Page<Connection> page(OrganizationId organization, PageRequest<ConnectionId> request) {
                synchronized (InMemoryStore.this) {
                    return newestFirst(
                            connections.values().stream().map(Held::connection).toList(),
                            connection -> connection.organization().equals(organization),
                            connection -> connection.id().uuid(),
                            request,
                            ConnectionId::uuid);
                }
            }

            @Override
            public boolean close(OrganizationId organization, ConnectionId id) {
                synchronized (InMemoryStore.this) {
                    return connections.values().removeIf(held ->
                            held.connection.id().equals(id) && held.connection.organization().equals(organization));
                }
            }

            private Stream<Connection> heldBy(String holder) {
                return connections.values().stream().map(Held::connection).filter(connection -> connection.holder().equals(holder));
            }

            private void add(ConnectionId id, int subscriptions) {
                connections.computeIfPresent(id, (known, held) -> new Held(
                        new Connection(
                                id,
                                held.connection.organization(),
                                held.connection.holder(),
                                held.connection.from(),
                                held.connection.subscriptions() + subscriptions,
                                held.connection.openedAt()),
                        held.node));
            }
        };
    }

    private static Instant happenedAt(Event event) {
        return switch (event) {
            case TransactionEvent happened -> happened.transaction().updatedAt();
            case QuoteEvent happened -> happened.quote().terms().issuedAt();
        };
    }

    private <T, K> Page<T> newestFirst(
            Collection<T> all, Predicate<T> wanted, Function<T, UUID> id, PageRequest<K> request, Function<K, UUID> keyId) {
        synchronized (this) {
            var after = request.after().map(keyId).map(UUID::toString);
            var found = all.stream()
                    .filter(wanted)
                    .filter(item -> after.stream().allMatch(key -> id.apply(item).toString().compareTo(key) < 0))
                    .sorted(Comparator.comparing((T item) -> id.apply(item).toString()).reversed())
                    .toList();
            return Page.of(found, request.limit());
        }
    }
}
