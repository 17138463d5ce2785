package dev.corridor.service.api;

import dev.corridor.chain.SimulatedChain;
import dev.corridor.domain.access.KeyRing;
import dev.corridor.domain.webhook.EndpointList;
import dev.corridor.http.api.trigger.Trigger;
import dev.corridor.http.edge.problem.ErrorCode;
import dev.corridor.http.edge.problem.SandboxWay;
import dev.corridor.service.Await;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Every refusal, caused by real requests, of which the last uses the requested dialect. */
final class Refusals {

    private static final String PASSWORD = "Str0ng&Safe";

    private static final String UNKNOWN_UUID = "00000000000070008000000000000000";

    private final World world;
    private final Customer acme;

    Refusals(World world) {
        this.world = world;
        this.acme = world.newCustomer();
    }

    /**
     * @param name the code, with more words if a code has several causes
     * @param request sends the request in the given dialect
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

    /** The refusals of a service with room in its queue. */
    List<Refusal> all() {
        return List.of(
                new Refusal(401, "missing_api_key", dialect -> world.stranger().speaking(dialect).get("/v1/accounts")),
                new Refusal(401, "missing_nonce", dialect -> aSigner().withKey().speaking(dialect).get("/v1/accounts")),
                new Refusal(401, "missing_signature", dialect -> acme.speaking(dialect).api().with("X-NONCE", "1").get("/v1/accounts")),
                new Refusal(401, "invalid_nonce", dialect -> withNonce(acme.api(), "-1").speaking(dialect).get("/v1/accounts")),
                new Refusal(401, "wrong_signature", dialect -> withNonce(acme.api(), "1").speaking(dialect).get("/v1/accounts")),
                new Refusal(401, "nonce_not_monotonous", this::aReplay),
                new Refusal(401, "invalid_api_key", this::anUnknownKey),
                new Refusal(401, "authentication_failed", this::anUnreadableKeyStore),
                new Refusal(401, "invalid_token", dialect -> world.stranger().withKey("a.b.c").speaking(dialect).get("/v1/accounts")),
                new Refusal(401, "invalid_token_type", this::aRefreshTokenInPlaceOfTheOther),
                new Refusal(401, "token_expired", this::aTokenAfterItsTime),
                new Refusal(401, "token_revoked", this::aTokenAfterLogout),
                new Refusal(401, "invalid_credentials", dialect -> logIn(dialect, aNewUser(), "Wr0ng&Safe!")),
                new Refusal(423, "account_locked", this::aSixthLogin),
                new Refusal(404, "session_not_found", this::anUnknownSession),
                new Refusal(409, "email_taken", dialect -> register(dialect, aNewUser())),
                new Refusal(401, "api_key_deleted", dialect -> knock(dialect, "", api -> key -> api.delete(key))),
                new Refusal(401, "api_key_deprecated", dialect -> knock(dialect, "", api -> key -> rotate(api, key))),
                new Refusal(401, "api_key_expired", this::anExpiredKey),
                new Refusal(401, "api_key_not_enabled", dialect -> knock(dialect, ",\"enabled\":false", api -> key -> api.get(key))),
                new Refusal(401, "api_key_locked", dialect -> knock(dialect, "", api -> key -> api.post(key + "/lock"))),
                new Refusal(403, "client_inactive", this::aClosedOrganization),
                new Refusal(403, "ip_not_allowed", dialect -> knock(dialect, ",\"allowedAddresses\":[\"10.0.0.0/8\"]", api -> key -> api.get(key))),
                new Refusal(403, "tier_insufficient", this::aTierAboveOnesOwn),
                unknown("api_key_not_found", "/v1/api-keys/key_"),
                new Refusal(409, "api_key_transition_refused", this::aKeyUnlockedThatIsNotLocked),
                new Refusal(409, "last_managing_key", dialect -> acme.speaking(dialect).api().delete(acmesKey())),
                new Refusal(409, "api_key_name_taken", dialect -> newKey(acme.speaking(dialect).api(), "First key", "")),
                new Refusal(409, "api_key_limit_reached", this::aKeyTooMany),
                new Refusal(409, "webhook_endpoint_limit_reached", this::anEndpointTooMany),
                new Refusal(403, "forbidden", this::aQuoteForAKeyThatReads),
                new Refusal(404, "not_found", dialect -> acme.speaking(dialect).api().get("/v1/nowhere")),
                new Refusal(403, "authorization_required", dialect -> acme.speaking(dialect)
                        .api()
                        .with("Nxos-On-Behalf-Of", "org_" + UNKNOWN_UUID)
                        .get("/v1/accounts")),
                new Refusal(404, "authorization_not_found", this::aRevocationOfNothing),
                new Refusal(409, "share_token_invalid", this::aShareTokenUsedTwice),
                unknown("organization_not_found", "/v1/organizations/org_"),
                unknown("account_not_found", "/v1/accounts/acct_"),
                unknown("quote_not_found", "/v1/quotes/quote_"),
                new Refusal(404, "connection_not_found", dialect -> acme.speaking(dialect).api().delete("/v1/connections/conn_" + UNKNOWN_UUID)),
                new Refusal(429, "connection_limit_exceeded", this::aConnectionTooMany),
                new Refusal(404, "beneficiary_not_found", this::aPayoutToNobody),
                new Refusal(404, "symbol_not_found", dialect -> market(dialect, "/v1/market/ticker?symbol=INVALIDUSDT")),
                new Refusal(409, "quote_expired", this::aQuoteExecutedTooLate),
                new Refusal(409, "quote_already_used", this::aQuoteExecutedTwice),
                new Refusal(409, "beneficiary_already_archived", this::aPayoutToTheArchived),
                new Refusal(409, "beneficiary_already_archived again", this::aBeneficiaryArchivedTwice),
                new Refusal(409, "reference_taken", this::aReferenceGivenTwice),
                new Refusal(409, "transaction_not_reversible", this::aDepositReversed),
                new Refusal(409, "fee_schedule_drifted", this::aPayoutForAnotherFee),
                new Refusal(409, "transaction_already_reversed", this::aTradeReversedTwice),
                new Refusal(409, "idempotency_request_in_flight", this::aRequestSentBeforeItsFirstAnswer),
                new Refusal(409, "idempotency_key_in_use", this::aKeyUsedTwice),
                new Refusal(400, "insufficient_funds", this::aPayoutWithoutMoney),
                new Refusal(400, "validation_error", dialect -> aQuoteOf("0", dialect)),
                new Refusal(400, "validation_error of several fields", this::anEmptyQuote),
                new Refusal(400, "asset_not_supported", dialect -> aQuoteFor("XYZ", dialect)),
                new Refusal(400, "asset_not_supported of a parameter", this::aBalanceOfGold),
                new Refusal(400, "asset_not_supported for each other", dialect -> aQuoteFor("EUR", dialect)),
                new Refusal(400, "missing_parameter", dialect -> market(dialect, "/v1/market/ticker")),
                new Refusal(400, "missing_parameter of a list", dialect -> market(dialect, "/v1/beneficiaries")),
                new Refusal(400, "limit_exceeded", dialect -> market(dialect, "/v1/symbols/available?limit=1001")),
                new Refusal(400, "invalid_time_range",
                        dialect -> market(dialect, "/v1/market/kline?symbol=EURUSDC&interval=1m&start_time=2&end_time=1")),
                new Refusal(400, "slippage_exceeds_maximum", dialect -> aConversion(acme.speaking(dialect), 1001)),
                triggered(Trigger.PRICE_MOVED),
                new Refusal(409, "payout_not_waiting", this::aDepositApproved),
                triggered(Trigger.PAYOUT_TOO_LARGE),
                triggered(Trigger.BENEFICIARY_COOLING_OFF),
                triggered(Trigger.PAYOUT_LIMIT_EXCEEDED),
                new Refusal(409, "payout_refused_by_screening", dialect -> aPayoutToHolder("Ivan Sanctioned", dialect)),
                new Refusal(502, "screening_unavailable", dialect -> aPayoutToHolder("Ivan Screening Down", dialect)),
                new Refusal(400, "invalid_request", dialect -> acme.speaking(dialect).api().post("/v1/quotes", "{")),
                new Refusal(502, "chain_send_failed", dialect -> aPayoutTo(SimulatedChain.REFUSES, dialect)),
                new Refusal(502, "chain_send_failed without an answer", dialect -> aPayoutTo(SimulatedChain.TIMES_OUT, dialect)),
                new Refusal(500, "internal_error", this::anUnreadableTable),
                new Refusal(500, "internal_error in a command", this::anUnreadableTableInACommand),
                new Refusal(500, "internal_error in a named command", this::anUnreadableTableInANamedCommand));
    }

    /** Refusals that occur only on WebSockets, {@link RealtimeProtocolTest}. */
    static final Set<String> ON_WEBSOCKETS_ONLY = Set.of(
            "invalid_message_format", "unknown_command", "channel_unavailable", "subscription_limit_exceeded", "resume_point_lost");

    /** The refusals of a service whose tier STREAM has one request a minute, and QUANT one a month. */
    List<Refusal> ofLimits() {
        return List.of(
                new Refusal(429, "rate_limit_exceeded", dialect -> oneTooMany("STREAM", dialect)),
                new Refusal(429, "quota_exhausted", dialect -> oneTooMany("QUANT", dialect)));
    }

    private Answer oneTooMany(String tier, String dialect) {
        var created = newKey(world.newCustomer().api(), "Limited", ",\"tier\":\"" + tier + "\"").isOk();
        var key = world.stranger().withKey(created.text("/secret"));
        key.get("/v1/accounts").isOk();
        return key.speaking(dialect).get("/v1/accounts");
    }

    /** The refusal of a service with room for a single decision. */
    Refusal serviceUnavailable() {
        return new Refusal(503, "service_unavailable", this::aCrowd);
    }

    /** An error that the sandbox raises on demand. */
    Refusal triggered(Trigger trigger) {
        int status = ErrorCode.find(trigger.toString()).orElseThrow().status();
        return new Refusal(status, trigger.toString(), dialect -> aTriggered(trigger, asking(acme, trigger).speaking(dialect)));
    }

    private Answer aTriggered(Trigger trigger, Customer asking) {
        return switch (trigger) {
            case QUOTE_EXPIRED -> asking.execute(acme.quote("1.00"));
            case PRICE_MOVED -> aConversion(asking, 0);
            case PAYOUT_TOO_LARGE, BENEFICIARY_COOLING_OFF, PAYOUT_LIMIT_EXCEEDED ->
                asking.payOut(acme.aFiatPayout(acme.registerBankAccount(), "1.00"));
            case IDEMPOTENCY_REQUEST_IN_FLIGHT -> depositInto(named(asking, newName()));
            case INTERNAL_ERROR -> asking.api().get("/v1/quotes/quote_" + UNKNOWN_UUID);
            case SERVICE_UNAVAILABLE -> depositInto(asking);
            case DATA_SOURCE_UNAVAILABLE -> asking.api().post("/v1/quotes", acme.aQuote("1.00"));
            case AUTHENTICATION_FAILED, TOKEN_EXPIRED, RATE_LIMIT_EXCEEDED, QUOTA_EXHAUSTED -> asking.api().get("/v1/accounts");
        };
    }

    private static Answer aConversion(Customer customer, int slippage) {
        return customer.api().post("/v1/transactions/conversions", customer.aQuote("1.00").with("{\"slippageBps\":" + slippage + "}"));
    }

    /** Its requests trigger the error. */
    static Customer asking(Customer customer, Trigger trigger) {
        return new Customer(customer.api().with(SandboxWay.TRIGGER, trigger.toString()), customer.organization(), customer.account());
    }

    private Refusal unknown(String code, String path) {
        return new Refusal(404, code, dialect -> acme.speaking(dialect).api().get(path + UNKNOWN_UUID));
    }

    private Signer aSigner() {
        return Signer.of(world, world.newCustomer(), "Signing");
    }

    private static ApiClient withNonce(ApiClient api, String nonce) {
        return api.with("X-NONCE", nonce).with("X-Signature", "00");
    }

    private Answer aReplay(String dialect) {
        var signed = aSigner().signing(1, "GET", "/v1/accounts", "");
        signed.get("/v1/accounts").isOk();
        return signed.speaking(dialect).get("/v1/accounts");
    }

    private Answer anUnknownKey(String dialect) {
        return world.stranger().withKey("nxos_sk_test_nobody-has-this-key").speaking(dialect).get("/v1/accounts");
    }

    private Answer anUnreadableKeyStore(String dialect) {
        var stillUnknown = world.newCustomer();
        return world.whileUnreadable("api_keys", () -> stillUnknown.speaking(dialect).api().get("/v1/accounts"));
    }

    /** Creates a key, changes it, and uses it. */
    private Answer knock(String dialect, String terms, Function<ApiClient, Function<String, Answer>> deed) {
        var owner = world.newCustomer();
        var created = newKey(owner.api(), "Second key", terms).isOk();
        deed.apply(owner.api()).apply("/v1/api-keys/" + created.text("/apiKey/apiKeyId")).isOk();
        return world.stranger().withKey(created.text("/secret")).speaking(dialect).get("/v1/accounts");
    }

    private static Answer newKey(ApiClient api, String name, String terms) {
        return api.post("/v1/api-keys", Body.of("name", name).with("{\"permissions\":[\"accounts:read\",\"api-keys:write\"]" + terms + "}"));
    }

    private static Answer rotate(ApiClient api, String key) {
        return api.post(key + "/rotate", Body.of("overlap", "PT0S"));
    }

    private Answer register(String dialect, String email) {
        return world.stranger().speaking(dialect).post("/v1/auth/register", Body.of("email", email, "password", PASSWORD));
    }

    /** Returns the e-mail address. */
    private String aNewUser() {
        var email = "user" + UUID.randomUUID() + "@example.com";
        register("nxos", email).isOk();
        return email;
    }

    private Answer logIn(String dialect, String email, String password) {
        return world.stranger().speaking(dialect).post("/v1/auth/login", Body.of("email", email, "password", password));
    }

    private Answer comeWith(String token, String dialect) {
        return world.stranger().withKey(token).speaking(dialect).get("/v1/accounts");
    }

    private Answer aRefreshTokenInPlaceOfTheOther(String dialect) {
        return comeWith(logIn("nxos", aNewUser(), PASSWORD).isOk().text("/refreshToken"), dialect);
    }

    private Answer aTokenAfterItsTime(String dialect) {
        var token = logIn("nxos", aNewUser(), PASSWORD).isOk().text("/accessToken");
        world.clock.advance(Duration.ofMinutes(15));
        return comeWith(token, dialect);
    }

    private Answer aTokenAfterLogout(String dialect) {
        var token = logIn("nxos", aNewUser(), PASSWORD).isOk().text("/accessToken");
        world.stranger().withKey(token).post("/v1/auth/logout").isOk();
        return comeWith(token, dialect);
    }

    private Answer anUnknownSession(String dialect) {
        var token = logIn("nxos", aNewUser(), PASSWORD).isOk().text("/accessToken");
        return world.stranger().withKey(token).speaking(dialect).delete("/v1/auth/sessions/sess_" + UNKNOWN_UUID);
    }

    private Answer aSixthLogin(String dialect) {
        var email = aNewUser();
        for (int i = 0; i < 5; i++) {
            logIn("nxos", email, "Wr0ng&Safe!");
        }
        return logIn(dialect, email, PASSWORD);
    }

    private Answer anExpiredKey(String dialect) {
        return knock(dialect, ",\"expiresAt\":\"" + world.clock.instant().plusSeconds(1) + "\"", api -> key -> {
            world.clock.advance(Duration.ofSeconds(1));
            return api.get(key);
        });
    }

    private Answer aClosedOrganization(String dialect) {
        var created = acme.api().post("/v1/sandbox/organizations", Body.of("name", "Closing")).isOk();
        acme.api().patch("/v1/sandbox/organizations/" + created.text("/organizationId"), Body.of("status", "CLOSED")).isOk();
        return world.stranger().withKey(created.text("/apiKey")).speaking(dialect).get("/v1/accounts");
    }

    private Answer aRevocationOfNothing(String dialect) {
        return acme.speaking(dialect).api().post("/v1/authorizations/revoke", Body.of(
                "grantingOrganizationId", acme.organization(),
                "authorizedOrganizationId", "org_" + UNKNOWN_UUID,
                "type", "LOA"));
    }

    private Answer aShareTokenUsedTwice(String dialect) {
        var token = Body.of("shareToken", "share-" + UUID.randomUUID());
        acme.api().post("/v1/organizations/verification/import", token).isOk();
        return acme.speaking(dialect).api().post("/v1/organizations/verification/import", token);
    }

    private Answer aTierAboveOnesOwn(String dialect) {
        var owner = world.newCustomer();
        var low = newKey(owner.api(), "Low key", ",\"tier\":\"QUANT\"").isOk().text("/secret");
        return newKey(world.stranger().withKey(low).speaking(dialect), "High key", ",\"tier\":\"PULSE\"");
    }

    private Answer aKeyUnlockedThatIsNotLocked(String dialect) {
        return acme.speaking(dialect).api().post(acmesKey() + "/unlock");
    }

    private String acmesKey() {
        return "/v1/api-keys/" + acme.api().get("/v1/api-keys").texts("apiKeyId").getLast();
    }

    private Answer aConnectionTooMany(String dialect) {
        var created = acme.api().post("/v1/api-keys", Body.of("name", "Feed" + UUID.randomUUID())
                .with("{\"permissions\":[\"feed:read\"],\"tier\":\"STREAM\"}"));
        var key = world.stranger().withKey(created.isOk().text("/secret"));
        try (var first = FeedClient.open(key, "/v1/realtime")) {
            return FeedClient.knock(key.speaking(dialect), "/v1/realtime");
        }
    }

    private Answer aKeyTooMany(String dialect) {
        var owner = world.newCustomer();
        for (int number = 1; number < KeyRing.MAX_KEYS; number++) {
            newKey(owner.api(), "Key " + number, "").isOk();
        }
        return newKey(owner.speaking(dialect).api(), "One more", "");
    }

    private Answer anEndpointTooMany(String dialect) {
        var owner = world.newCustomer();
        var endpoint = Body.of("url", "https://example.com/hooks");
        for (int number = 0; number < EndpointList.MAX_ENDPOINTS; number++) {
            owner.api().post("/v1/webhooks/endpoints", endpoint).isOk();
        }
        return owner.speaking(dialect).api().post("/v1/webhooks/endpoints", endpoint);
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

    private Answer aQuoteForAKeyThatReads(String dialect) {
        var terms = Body.of("name", "Reading").with("{\"permissions\":[\"quotes:read\"]}");
        var reader = world.newCustomer().api().post("/v1/api-keys", terms).isOk().text("/secret");
        return world.stranger().withKey(reader).speaking(dialect).post("/v1/quotes", acme.aQuote("1.00"));
    }

    private Answer aQuoteOf(String amount, String dialect) {
        return acme.speaking(dialect).api().post("/v1/quotes", acme.aQuote(amount));
    }

    private Answer aQuoteFor(String asset, String dialect) {
        return acme.speaking(dialect).api().post("/v1/quotes", acme.aQuote("1.00").with("toAsset", asset));
    }

    private Answer market(String dialect, String path) {
        return acme.speaking(dialect).api().get(path);
    }

    private Answer aBalanceOfGold(String dialect) {
        return acme.speaking(dialect).api().get("/v1/accounts/" + acme.account() + "/balances/GOLD");
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

    /** Returns the quote, and keeps the trade. */
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

    private Answer aPayoutToHolder(String name, String dialect) {
        acme.deposit("1.00", "EUR");
        return acme.speaking(dialect).payOut(acme.aFiatPayout(acme.registerBankAccountOf(name), "1.00"));
    }

    private Answer aBeneficiaryArchivedTwice(String dialect) {
        var wallet = acme.registerWallet();
        acme.archive(wallet);
        return acme.speaking(dialect).api().delete("/v1/beneficiaries/" + wallet + "?accountId=" + acme.account());
    }

    private Answer aDepositReversed(String dialect) {
        return acme.speaking(dialect).reverse(acme.deposit("1.00", "USD"));
    }

    private Answer aReferenceGivenTwice(String dialect) {
        var account = Body.of("name", "Treasury").with("reference", UUID.randomUUID().toString().replace("-", ""));
        acme.api().post("/v1/accounts", account).isOk();
        return acme.speaking(dialect).api().post("/v1/accounts", account);
    }

    private Answer aPayoutForAnotherFee(String dialect) {
        var payout = acme.aFiatPayout(acme.registerBankAccount(), "1.00").with("{\"expectedFeeSchedule\":{\"fixed\":\"0.01\",\"bps\":1}}");
        return acme.speaking(dialect).payOut(payout);
    }

    private Answer aDepositApproved(String dialect) {
        var deposit = acme.deposit("1.00", "EUR");
        return acme.speaking(dialect).api().post("/v1/transactions/" + deposit + "/approve");
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

    /** One decision waits for the lock and one in the queue. Of two more, the other has been refused, and so will be the next. */
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

    static String newName() {
        return UUID.randomUUID().toString();
    }

    static Customer named(Customer customer, String key) {
        return new Customer(customer.api().with("Idempotency-Key", key), customer.organization(), customer.account());
    }
}
