package dev.corridor.testing;

import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.access.ApiKeySecret;
import dev.corridor.domain.access.KeyTerms;
import dev.corridor.domain.access.SealedSecret;
import dev.corridor.domain.access.UserId;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.audit.AuditAction;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.audit.AuditRecordId;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.beneficiary.BankMethod;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.beneficiary.Destination;
import dev.corridor.domain.beneficiary.Identity;
import dev.corridor.domain.fee.Fee;
import dev.corridor.domain.funding.Arrival;
import dev.corridor.domain.funding.FundingDetails.CryptoAddress;
import dev.corridor.domain.funding.FundingMethod;
import dev.corridor.domain.funding.FundingMethodId;
import dev.corridor.domain.funding.FundingMethodStatus;
import dev.corridor.domain.funding.Value;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.money.Rate;
import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.organization.LetterId;
import dev.corridor.domain.organization.LetterOfAuthorization;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.OrganizationStatus;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.quote.QuoteId;
import dev.corridor.domain.quote.QuotePolicy;
import dev.corridor.domain.reference.Reference;
import dev.corridor.domain.transaction.ChainTransfer;
import dev.corridor.domain.transaction.Details.CryptoPayin;
import dev.corridor.domain.transaction.Details.CryptoPayout;
import dev.corridor.domain.transaction.Details.FiatPayout;
import dev.corridor.domain.transaction.Details.OnChain;
import dev.corridor.domain.transaction.Memo;
import dev.corridor.domain.transaction.Movement;
import dev.corridor.domain.transaction.SignedTransfer;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.domain.user.EmailAddress;
import dev.corridor.domain.user.PasswordHash;
import dev.corridor.domain.user.Session;
import dev.corridor.domain.user.SessionId;
import dev.corridor.domain.user.Token;
import dev.corridor.domain.user.TokenId;
import dev.corridor.domain.user.TokenType;
import dev.corridor.domain.user.User;
import dev.corridor.domain.webhook.Endpoint;
import dev.corridor.domain.webhook.EndpointId;
import dev.corridor.domain.webhook.EndpointTerms;
import dev.corridor.domain.webhook.EndpointUrl;
import dev.corridor.domain.webhook.EventType;
import dev.corridor.domain.webhook.Message;
import dev.corridor.domain.webhook.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Things as tests need them, each valid, each new. */
public final class Fixtures {

    public static final Instant NOON = Instant.parse("2025-03-15T12:00:00Z");
    public static final String AN_EVM_ADDRESS = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";

    private static final SequentialIds IDS = new SequentialIds();

    /** Greater than all before. */
    static UUID anId() {
        return IDS.next();
    }

    private Fixtures() {}

    public static Money usd(String amount) {
        return Money.of(amount, Asset.USD);
    }

    public static Money eur(String amount) {
        return Money.of(amount, Asset.EUR);
    }

    public static Money usdc(String amount) {
        return Money.of(amount, Asset.USDC);
    }

    public static Organization anOrganization() {
        return Organization.founded(new OrganizationId(IDS.next()), "Acme", OrganizationStatus.APPROVED, true, Optional.empty(), NOON);
    }

    /** Not signed yet. */
    public static LetterOfAuthorization aLetterOf(Organization granting, Organization authorized) {
        return LetterOfAuthorization.drawnUp(new LetterId(IDS.next()), granting.id(), authorized.id(), NOON);
    }

    public static ApiKey aKeyOf(Organization organization) {
        var id = new ApiKeyId(IDS.next());
        return ApiKey.issue(id, organization.id(), KeyTerms.unlimited("Key " + id, Environment.SANDBOX), aSecret(), true, NOON);
    }

    /** Receives every type of event. */
    public static Endpoint anEndpointOf(Organization organization) {
        return anEndpointOf(organization, Set.of());
    }

    public static Endpoint anEndpointOf(Organization organization, Set<EventType> eventTypes) {
        var id = new EndpointId(IDS.next());
        var terms = new EndpointTerms(new EndpointUrl("https://example.com/hooks"), "Ours", eventTypes, false);
        return Endpoint.create(id, organization.id(), terms, new SealedSecret("sealed for " + id), NOON);
    }

    public static Message aTestOf(Endpoint endpoint) {
        var id = new MessageId(IDS.next());
        return new Message(
                id, endpoint.organization(), EventType.WEBHOOK_ENDPOINT_TEST, id.toString(), Message.NO_SEQUENCE, NOON, "{\"n\":\"" + id + "\"}");
    }

    /** @param sequence of the event that it tells of */
    public static Message aMessageOf(Organization organization, String subject, long sequence) {
        return new Message(
                new MessageId(IDS.next()), organization.id(), EventType.QUOTE_CREATED, subject, sequence, NOON, "{\"n\":" + sequence + "}");
    }

    public static ApiKeySecret aSecret() {
        return new ApiKeySecret("nxos_sk_test_" + IDS.next().toString());
    }

    public static User aUserOf(Organization organization) {
        var id = new UserId(IDS.next());
        return User.register(id, organization.id(), EmailAddress.of(id + "@example.com"), new PasswordHash("hash of " + id), NOON);
    }

    public static Token aTokenOf(User user, TokenType type) {
        return Token.issue(new TokenId(IDS.next()), new SessionId(IDS.next()), user.id(), type, false, NOON);
    }

    public static Session aSessionOf(User user) {
        return Session.start(user, aTokenOf(user, TokenType.REFRESH), "192.0.2.1", NOON);
    }

    public static AuditRecord aRecordOf(Organization organization, String action, Instant at) {
        return new AuditRecord(
                new AuditRecordId(IDS.next()),
                organization.id(),
                "operator",
                new AuditAction(action),
                organization.id().toString(),
                Map.of("name", "naïve \"quoted\" 汉"),
                new Origin("req_1", "192.0.2.1"),
                at);
    }

    public static Account anAccountOf(Organization organization) {
        return Account.open(new AccountId(IDS.next()), organization.id(), "Treasury", "", false, NOON);
    }

    public static Account aPrimaryAccountOf(Organization organization) {
        return Account.open(new AccountId(IDS.next()), organization.id(), "Primary", "The first", true, NOON);
    }

    public static Reference aReferenceOf(Organization organization, Reference.Kind kind, String text) {
        return new Reference(organization.id(), kind, text);
    }

    public static Beneficiary aCryptoBeneficiaryOf(Account account) {
        return aCryptoBeneficiaryOf(account, Optional.empty());
    }

    public static Beneficiary aCryptoBeneficiaryOf(Account account, Optional<Reference> reference) {
        return register(account, reference, new Destination.CryptoAddress(ChainName.ETHEREUM_SEPOLIA, AN_EVM_ADDRESS), Identity.UNKNOWN);
    }

    /** With every field filled. */
    public static Beneficiary aBankBeneficiaryOf(Account account) {
        var bank = new Destination.BankAccount(
                "Deutsche Bank",
                BankMethod.SEPA,
                Asset.EUR,
                "DEUTDEFF",
                "0532013000",
                "DE89370400440532013000",
                "021000021",
                new Destination.BankAddress("DE", "Taunusanlage 12", "Frankfurt", "Hessen", "60325"),
                new Destination.IntermediaryBank("Commerzbank", "COBADEFF", "Kaiserplatz"));
        var identity = new Identity(
                Optional.of(Identity.EntityType.INDIVIDUAL),
                "friend",
                "ada@example.com",
                "+4930123456",
                "Ada",
                "Lovelace",
                "Augusta Ada King",
                Optional.of(LocalDate.of(1990, 12, 10)),
                "Analytical Engines",
                "HRB 1",
                "Unter den Linden 1",
                "2nd floor",
                "Berlin",
                "BE",
                "10117",
                "DE",
                "12345",
                "TIN");
        return register(account, Optional.empty(), bank, identity);
    }

    private static Beneficiary register(Account account, Optional<Reference> reference, Destination destination, Identity identity) {
        return Beneficiary.register(
                new BeneficiaryId(IDS.next()),
                account.organization(),
                account.id(),
                reference,
                "Supplier",
                destination,
                identity,
                List.of("supplier", "monthly"),
                Map.of("ref", "42", "note", "naïve \"quoted\" 汉"),
                NOON);
    }

    /** 100.00 USD into 99.970000 USDC, issued at {@link #NOON}, for five minutes. */
    public static Quote aLiveQuoteOf(Account account) {
        var conversion = QuotePolicy.STANDARD.money().spreads().sell(usd("100.00"), Rate.of("1", Asset.USD, Asset.USDC));
        return Quote.issue(
                QuoteId.of(IDS.next(), account.id()), account.organization(), account.id(), conversion, QuotePolicy.STANDARD.money(), NOON);
    }

    public static Movement aDepositTo(Account account, Money amount) {
        return aDepositTo(account, amount, NOON);
    }

    public static Movement aDepositTo(Account account, Money amount, Instant now) {
        return Transaction.payin(new TransactionId(IDS.next()), account.organization(), account.id(), amount, now);
    }

    /** USDC that has arrived for the account on a chain, in a transfer of its own. */
    public static Arrival anArrival(Money amount) {
        return anArrivalOf(new Value.Known(amount));
    }

    public static Arrival anArrivalOf(Value value) {
        var txHash = "0x" + IDS.next().toString().replace("-", "");
        var source = new OnChain(ChainName.ETHEREUM_SEPOLIA, txHash, "0xpayer", AN_EVM_ADDRESS, 7, NOON.minusSeconds(60));
        return new Arrival(
                ChainName.ETHEREUM_SEPOLIA.name(), txHash + ":0", value, "0xpayer", AN_EVM_ADDRESS, NOON.minusSeconds(60), new CryptoPayin(source));
    }

    public static FundingMethod aDepositAddressOf(Account account) {
        var id = new FundingMethodId(IDS.next());
        return new FundingMethod(
                id,
                account.organization(),
                account.id(),
                "",
                FundingMethodStatus.ACTIVE,
                List.of(Asset.USDC),
                new CryptoAddress(ChainName.ETHEREUM_SEPOLIA, "0x" + id),
                NOON);
    }

    public static Movement aTradeOf(Quote quote) {
        return Transaction.trade(new TransactionId(IDS.next()), quote.execute(NOON));
    }

    /** The first step of a payout to the beneficiary, which must be a crypto address. */
    public static Movement aCryptoPayoutTo(Beneficiary beneficiary, Money amount) {
        return aCryptoPayoutTo(beneficiary, amount, new Memo("Invoice 7", List.of("invoice"), Map.of("number", "7")));
    }

    public static Movement aCryptoPayoutTo(Beneficiary beneficiary, Money amount, Memo memo) {
        var address = (Destination.CryptoAddress) beneficiary.destination();
        var details = new CryptoPayout(beneficiary.id(), address.chain(), address.address(), Optional.empty(), Fee.none(amount.asset()));
        return Transaction.payout(
                new TransactionId(IDS.next()),
                beneficiary.organization(),
                beneficiary.account(),
                amount,
                details,
                memo,
                NOON);
    }

    /** The first step of a payout to the beneficiary, which must be a bank account. */
    public static Movement aFiatPayoutTo(Beneficiary beneficiary, Money amount) {
        var bank = (Destination.BankAccount) beneficiary.destination();
        var details = new FiatPayout(
                beneficiary.id(), bank.method(), bank.bankName(), bank.swiftCode(), bank.accountNumber(), bank.iban(), Fee.none(amount.asset()));
        return Transaction.payout(
                new TransactionId(IDS.next()), beneficiary.organization(), beneficiary.account(), amount, details, Memo.EMPTY, NOON);
    }

    /** The transaction as it is once it is reversed. */
    public static Transaction aReversed(Transaction transaction) {
        return transaction.reverse(new TransactionId(IDS.next()), Duration.ofMinutes(10), transaction.createdAt());
    }

    /** What reverses it. */
    public static Movement theReversalOf(Transaction reversed, Instant now) {
        return Transaction.reversal(reversed, "operator", "Wrong account", "Ticket 7", now);
    }

    public static ChainTransfer aTransferOf(Transaction payout) {
        var details = (CryptoPayout) payout.details();
        return new ChainTransfer(payout.id(), payout.organization(), details.chain(), details.toAddress(), payout.amount());
    }

    /** Its first attempt. */
    public static SignedTransfer aSigned(ChainTransfer transfer, String wallet, long nonce) {
        return new SignedTransfer(transfer, wallet, nonce, 0, "0xfeed" + nonce, "c0ffee", NOON);
    }
}
