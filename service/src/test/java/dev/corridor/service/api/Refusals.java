package dev.corridor.service.api;

import dev.corridor.chain.SimulatedChain;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Every refusal that there is, each brought about by real requests, of which the last is answered in the dialect that is asked for. */
final class Refusals {

    private static final String UNKNOWN_UUID = "00000000000070008000000000000000";

    private final World world;
    private final Customer acme;

    Refusals(World world) {
        this.world = world;
        this.acme = world.newCustomer();
    }

    /**
     * @param name the code, and more words where one code has several causes
     * @param request answers in the dialect of that name
     */
    record Refusal(int status, String name, Function<String, Answer> request) {

        String code() {
            return name.split(" ")[0];
        }

        Answer in(String dialect) {
            return request.apply(dialect);
        }

        Answer inNxos() {
            return request.apply("nxos");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** All that a service meets which has room for what waits. */
    List<Refusal> all() {
        return List.of(
                new Refusal(401, "missing_api_key", dialect -> world.stranger().speaking(dialect).get("/v1/accounts")),
                new Refusal(401, "invalid_api_key", this::aRevokedKey),
                new Refusal(401, "authentication_failed", this::anUnreadableKeyStore),
                new Refusal(403, "forbidden", this::aQuoteOfASuspendedAccount),
                new Refusal(404, "not_found", dialect -> acme.speaking(dialect).api().get("/v1/nowhere")),
                unknown("organization_not_found", "/v1/organizations/org_"),
                unknown("account_not_found", "/v1/accounts/acct_"),
                unknown("quote_not_found", "/v1/quotes/quote_"),
                new Refusal(404, "beneficiary_not_found", this::aPayoutToNobody),
                new Refusal(409, "quote_expired", this::aQuoteExecutedTooLate),
                new Refusal(409, "quote_already_used", this::aQuoteExecutedTwice),
                new Refusal(409, "beneficiary_already_archived", this::aPayoutToTheArchived),
                new Refusal(409, "beneficiary_already_archived again", this::aBeneficiaryArchivedTwice),
                new Refusal(409, "transaction_not_reversible", this::aDepositReversed),
                new Refusal(409, "transaction_already_reversed", this::aTradeReversedTwice),
                new Refusal(409, "idempotency_request_in_flight", this::aRequestSentBeforeItsFirstAnswer),
                new Refusal(409, "idempotency_key_in_use", this::aKeyUsedTwice),
                new Refusal(400, "insufficient_funds", this::aPayoutWithoutMoney),
                new Refusal(400, "validation_error", dialect -> aQuoteOf("0", dialect)),
                new Refusal(400, "validation_error of several fields", this::anEmptyQuote),
                new Refusal(400, "invalid_request", dialect -> acme.speaking(dialect).api().post("/v1/quotes", "{")),
                new Refusal(502, "chain_send_failed", dialect -> aPayoutTo(SimulatedChain.REFUSES, dialect)),
                new Refusal(502, "chain_send_failed without an answer", dialect -> aPayoutTo(SimulatedChain.TIMES_OUT, dialect)),
                new Refusal(500, "internal_error", this::anUnreadableTable),
                new Refusal(500, "internal_error in a command", this::anUnreadableTableInACommand),
                new Refusal(500, "internal_error in a named command", this::anUnreadableTableInANamedCommand));
    }

    /** What a service meets in which only one decision can wait. */
    Refusal serviceUnavailable() {
        return new Refusal(503, "service_unavailable", this::aCrowd);
    }

    private Refusal unknown(String code, String path) {
        return new Refusal(404, code, dialect -> acme.speaking(dialect).api().get(path + UNKNOWN_UUID));
    }

    private Answer aRevokedKey(String dialect) {
        var former = world.newCustomer();
        former.api().get("/v1/accounts").isOk();
        world.revokeKeysOf(former);
        return former.speaking(dialect).api().get("/v1/accounts");
    }

    private Answer anUnreadableKeyStore(String dialect) {
        return world.whileUnreadable("api_keys", () -> acme.speaking(dialect).api().get("/v1/accounts"));
    }

    private Answer anUnreadableTable(String dialect) {
        return world.whileUnreadable("quotes", () -> acme.speaking(dialect).api().get("/v1/quotes/quote_" + UNKNOWN_UUID));
    }

    private Answer anUnreadableTableInACommand(String dialect) {
        return world.whileUnreadable("organizations", () -> aPayoutOfUsdc(acme.speaking(dialect)));
    }

    private Answer anUnreadableTableInANamedCommand(String dialect) {
        return world.whileUnreadable("organizations", () -> aPayoutOfUsdc(named(acme, newName()).speaking(dialect)));
    }

    private static Answer aPayoutOfUsdc(Customer customer) {
        return customer.payOut(customer.aCryptoPayout("bene_" + UNKNOWN_UUID, "1.000000"));
    }

    private Answer aQuoteOfASuspendedAccount(String dialect) {
        var suspended = world.newCustomer();
        world.suspend(suspended.account());
        return suspended.speaking(dialect).api().post("/v1/quotes", suspended.aQuote("1.00"));
    }

    private Answer aQuoteOf(String amount, String dialect) {
        return acme.speaking(dialect).api().post("/v1/quotes", acme.aQuote(amount));
    }

    private Answer anEmptyQuote(String dialect) {
        return acme.speaking(dialect).api().post("/v1/quotes", "{}");
    }

    private Answer aPayoutToNobody(String dialect) {
        return acme.speaking(dialect).payOut(acme.aFiatPayout("bene_" + UNKNOWN_UUID, "1.00"));
    }

    private Answer aQuoteExecutedTooLate(String dialect) {
        var quote = acme.quote("1.00");
        world.clock.advance(Duration.ofMinutes(5));
        return acme.speaking(dialect).execute(quote);
    }

    private Answer aQuoteExecutedTwice(String dialect) {
        return acme.speaking(dialect).execute(anExecutedQuote(new AtomicReference<>()));
    }

    /** Answers the quote, and keeps the trade. */
    private String anExecutedQuote(AtomicReference<String> trade) {
        acme.deposit("2.00", "USD");
        var quote = acme.quote("1.00");
        trade.set(acme.execute(quote).isOk().text("/transactionId"));
        return quote;
    }

    private Answer aPayoutToTheArchived(String dialect) {
        acme.deposit("1.00", "EUR");
        var landlord = acme.registerBankAccount();
        acme.archive(landlord);
        return acme.speaking(dialect).payOut(acme.aFiatPayout(landlord, "1.00"));
    }

    private Answer aBeneficiaryArchivedTwice(String dialect) {
        var wallet = acme.registerWallet();
        acme.archive(wallet);
        return acme.speaking(dialect).api().delete("/v1/beneficiaries/" + wallet + "?accountId=" + acme.account());
    }

    private Answer aDepositReversed(String dialect) {
        return acme.speaking(dialect).reverse(acme.deposit("1.00", "USD"));
    }

    private Answer aTradeReversedTwice(String dialect) {
        var trade = new AtomicReference<String>();
        anExecutedQuote(trade);
        acme.reverse(trade.get()).isOk();
        return acme.speaking(dialect).reverse(trade.get());
    }

    private Answer aPayoutWithoutMoney(String dialect) {
        var poor = world.newCustomer();
        return poor.speaking(dialect).payOut(poor.aFiatPayout(poor.registerBankAccount(), "1.00"));
    }

    private Answer aPayoutTo(String address, String dialect) {
        acme.deposit("1.000000", "USDC");
        return acme.speaking(dialect).payOut(acme.aCryptoPayout(acme.registerWallet(address), "1.000000"));
    }

    private Answer aKeyUsedTwice(String dialect) {
        var named = named(acme, newName());
        named.deposit("1.00", "USD");
        return named.speaking(dialect).api().post("/v1/sandbox/deposits", acme.aDeposit("2.00", "USD"));
    }

    /** The first request with this key waits for a lock. */
    private Answer aRequestSentBeforeItsFirstAnswer(String dialect) {
        var named = named(acme, newName());
        return whileADepositWaits(named, others -> depositInto(named.speaking(dialect)));
    }

    /** One decision waits for the lock and one for its turn: of two more, the other has been turned away, and so will be the next. */
    private Answer aCrowd(String dialect) {
        return whileADepositWaits(acme, others -> {
            var turnedAway = new ConcurrentLinkedQueue<Answer>();
            others.submit(() -> turnedAway.add(depositInto(acme)));
            others.submit(() -> turnedAway.add(depositInto(acme)));
            Await.until("one is turned away", () -> !turnedAway.isEmpty());
            return depositInto(acme.speaking(dialect));
        });
    }

    private Answer whileADepositWaits(Customer customer, Function<ExecutorService, Answer> action) {
        var answer = new AtomicReference<Answer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            world.whileLocked(acme.account(), () -> {
                threads.submit(() -> depositInto(customer));
                Await.until("a decision waits for the lock", world::somebodyWaitsForALock);
                answer.set(action.apply(threads));
            });
        }
        return answer.get();
    }

    private static Answer depositInto(Customer customer) {
        return customer.api().post("/v1/sandbox/deposits", customer.aDeposit("1.00", "USD"));
    }

    private static String newName() {
        return UUID.randomUUID().toString();
    }

    private static Customer named(Customer customer, String key) {
        return new Customer(customer.api().with("Idempotency-Key", key), customer.organization(), customer.account());
    }
}
