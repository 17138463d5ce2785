package dev.corridor.testing.model;

import dev.corridor.application.quote.QuoteAt;
import dev.corridor.application.transaction.EndPayout.Ending;
import dev.corridor.application.transaction.JudgePayout.Verdict;
import dev.corridor.application.transaction.port.Chain.Fate;
import dev.corridor.application.transaction.port.Chain.Sending;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.account.AccountError.AccountNotFound;
import dev.corridor.domain.account.AccountError.InsufficientFunds;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.account.AccountStatus;
import dev.corridor.domain.account.Balance;
import dev.corridor.domain.account.Bucket;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.beneficiary.BeneficiaryError.BeneficiaryAlreadyArchived;
import dev.corridor.domain.beneficiary.BeneficiaryError.BeneficiaryNotFound;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.beneficiary.BeneficiaryStatus;
import dev.corridor.domain.beneficiary.Destination;
import dev.corridor.domain.beneficiary.Identity;
import dev.corridor.domain.beneficiary.IssuedAsset;
import dev.corridor.domain.error.AssetNotSupported;
import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.error.IdempotencyError.IdempotencyKeyInUse;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.error.ValidationError.FieldFault;
import dev.corridor.domain.market.Tick;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.money.Rate;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.quote.Conversion;
import dev.corridor.domain.quote.ConversionError.SlippageExceedsMaximum;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.quote.QuoteError.QuoteAlreadyUsed;
import dev.corridor.domain.quote.QuoteError.QuoteExpired;
import dev.corridor.domain.quote.QuoteError.QuoteNotFound;
import dev.corridor.domain.quote.QuoteId;
import dev.corridor.domain.reference.ReferenceError.ReferenceTaken;
import dev.corridor.domain.transaction.Details;
import dev.corridor.domain.transaction.Hold;
import dev.corridor.domain.transaction.HouseAccount;
import dev.corridor.domain.transaction.LedgerAccount;
import dev.corridor.domain.transaction.Memo;
import dev.corridor.domain.transaction.Posting;
import dev.corridor.domain.transaction.Statement;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.Transaction.Returned;
import dev.corridor.domain.transaction.TransactionError.ChainSendFailed;
import dev.corridor.domain.transaction.TransactionError.PayoutLimitExceeded;
import dev.corridor.domain.transaction.TransactionError.PayoutLimitExceeded.Per;
import dev.corridor.domain.transaction.TransactionError.PayoutNotWaiting;
import dev.corridor.domain.transaction.TransactionError.PayoutTooLarge;
import dev.corridor.domain.transaction.TransactionError.TransactionAlreadyReversed;
import dev.corridor.domain.transaction.TransactionError.TransactionNotReversible;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.domain.transaction.TransactionStatus;
import dev.corridor.domain.transaction.TransactionType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the books are meant to do, said a second time and as plainly as possible: maps, one request after the other, no locks, no batches, no
 * database. It uses the domain's values, because answers are compared with it, and none of its rules.
 */
final class BooksModel {

    private static final Duration QUOTES_LAST = Duration.ofMinutes(5);
    private static final Duration ANSWERS_LAST = Duration.ofHours(24);
    private static final int MOST_SLIPPAGE = 1_000;
    private static final BigDecimal SPREAD = new BigDecimal("0.0003");
    private static final Map<String, String> RATES = Map.of("USD>USDC", "1", "USDC>USD", "1", "EUR>USD", "1.25", "USD>EUR", "0.8");
    private static final List<Tick> TICKS = List.of(Tick.fixed(Rate.of("1", Asset.USD, Asset.USDC)),
            Tick.fixed(Rate.of("1.25", Asset.EUR, Asset.USD)));

    private record Purse(AccountId account, Asset asset) {}

    private record Holding(long available, long locked, Instant changedAt) {}

    /** What was counted on a day. */
    private record Tally(Instant since, LocalDate day, long counted) {}

    private record Name(String text, Class<?> request) {}

    private record Before(Map<String, String> content, String answer, Instant answeredAt) {}

    private final OrganizationId organization;
    private final Map<AccountId, Account> accounts = new LinkedHashMap<>();
    private final Map<BeneficiaryId, Beneficiary> beneficiaries = new HashMap<>();
    private final Map<QuoteId, Quote> quotes = new HashMap<>();
    private final Map<TransactionId, Transaction> transactions = new LinkedHashMap<>();
    private final Map<TransactionId, List<Posting>> postings = new HashMap<>();
    private final Map<Purse, Holding> holdings = new HashMap<>();
    private final Map<Purse, List<Statement.Line>> history = new HashMap<>();
    private final Map<Name, Before> answers = new HashMap<>();
    private final Map<Optional<BeneficiaryId>, Tally> tallies = new HashMap<>();

    BooksModel(OrganizationId organization) {
        this.organization = organization;
    }

    /**
     * What the request comes to.
     *
     * @param name empty if it is not named
     * @param fresh what a new thing is called, should it make one
     */
    Outcome take(Step.Request request, Optional<String> name, UUID fresh, Instant now) {
        try {
            return name.isEmpty()
                    ? new Outcome.Answered(answer(request, fresh, now))
                    : takeOnce(request, new Name(name.get(), request.getClass()), fresh, now);
        } catch (BusinessException refusal) {
            return new Outcome.Refused(refusal.error());
        }
    }

    private Outcome takeOnce(Step.Request request, Name name, UUID fresh, Instant now) {
        requirePriced(request);
        var before = answers.get(name);
        if (before != null && now.isBefore(before.answeredAt().plus(ANSWERS_LAST))) {
            var differing = before.content().entrySet().stream()
                    .filter(field -> !field.getValue().equals(request.content().get(field.getKey())))
                    .findFirst();
            if (differing.isPresent()) {
                throw no(new IdempotencyKeyInUse(differing.get().getKey()));
            }
            return new Outcome.AnsweredAgain(before.answer());
        }
        try {
            var answer = answer(request, fresh, now);
            answers.put(name, new Before(request.content(), Outcome.textOf(answer), now));
            return new Outcome.Answered(answer);
        } catch (BusinessException refusal) {
            rememberRefusal(request, name, refusal.error(), now);
            throw refusal;
        }
    }

    /** A price is worked out before anybody asks for the name. */
    private void requirePriced(Step.Request request) {
        switch (request) {
            case Step.IssueQuote asked -> conversion(asked.amount(), asked.to());
            case Step.Convert asked -> conversion(asked);
            default -> {}
        }
    }

    /**
     * A send that failed is no refusal of the books: they have answered that the money is locked. Who was refused may try again. A refusal that
     * depends on who asks is not remembered either, or a caller who may would get it.
     */
    private void rememberRefusal(Step.Request request, Name name, BusinessError refusal, Instant now) {
        if (refusal instanceof Forbidden
                || refusal instanceof ChainSendFailed failed && failed.outcome() == ChainSendFailed.PayoutOutcome.DECLINED) {
            answers.remove(name);
        } else if (refusal instanceof ChainSendFailed failed) {
            answers.put(name, new Before(request.content(), Outcome.textOf(transactions.get(failed.transaction())), now));
        } else {
            answers.put(name, new Before(request.content(), Outcome.textOf(refusal), now));
        }
    }

    private Object answer(Step.Request request, UUID fresh, Instant now) {
        return switch (request) {
            case Step.OpenAccount asked -> openAccount(asked, fresh, now);
            case Step.Deposit asked -> deposit(asked, fresh, now);
            case Step.RegisterWallet asked -> register(asked.account(), UseCases.WALLET, fresh, now);
            case Step.RegisterBankAccount asked -> register(asked.account(), UseCases.BANK_ACCOUNT, fresh, now);
            case Step.ArchiveBeneficiary asked -> archive(asked, now);
            case Step.IssueQuote asked -> issue(asked, fresh, now);
            case Step.ExecuteQuote asked -> execute(asked, fresh, now);
            case Step.Convert asked -> convert(asked, fresh, now);
            case Step.PayOutCrypto asked -> payOut(asked, fresh, now);
            case Step.PayOutFiat asked -> payOut(asked, fresh, now);
            case Step.TransferBetweenAccounts asked -> transfer(asked, fresh, now);
            case Step.EndPayout asked -> end(asked, now);
            case Step.JudgePayout asked -> judge(asked, now);
            case Step.ReverseTransaction asked -> reverse(asked, fresh, now);
            case Step.ReturnPayout asked -> bringBack(asked, fresh, now);
        };
    }

    private Account openAccount(Step.OpenAccount asked, UUID fresh, Instant now) {
        var account = new Account(new AccountId(fresh), organization, Optional.empty(), asked.name(), "", false, AccountStatus.ACTIVE, now, now);
        accounts.put(account.id(), account);
        return account;
    }

    private Transaction deposit(Step.Deposit asked, UUID fresh, Instant now) {
        requireAccount(asked.account());
        var details = asked.amount().asset().kind() == Asset.Kind.FIAT ? new Details.FiatPayin() : new Details.CryptoPayin();
        var payin = transaction(fresh, asked.account(), TransactionStatus.COMPLETED, asked.amount(), details, Memo.EMPTY, now);
        return post(payin, new Posting(1, HouseAccount.OUTSIDE_WORLD, available(asked.account()), asked.amount()));
    }

    private Beneficiary register(AccountId account, Destination destination, UUID fresh, Instant now) {
        requireAccount(account);
        return keep(new Beneficiary(
                new BeneficiaryId(fresh),
                organization,
                account,
                Optional.empty(),
                "Supplier",
                BeneficiaryStatus.ACTIVE,
                destination,
                Identity.UNKNOWN,
                List.of(),
                Map.of(),
                now,
                now));
    }

    private Beneficiary archive(Step.ArchiveBeneficiary asked, Instant now) {
        requireAccount(asked.account());
        var found = beneficiary(asked.account(), asked.beneficiary());
        requirePayable(found);
        return keep(new Beneficiary(
                found.id(),
                organization,
                found.account(),
                found.reference(),
                found.nickname(),
                BeneficiaryStatus.ARCHIVED,
                found.destination(),
                found.identity(),
                found.tags(),
                found.metadata(),
                found.createdAt(),
                now));
    }

    private QuoteAt issue(Step.IssueQuote asked, UUID fresh, Instant now) {
        var conversion = conversion(asked.amount(), asked.to());
        requireAccount(asked.account());
        var quote = new Quote.Pending(terms(asked.account(), conversion, fresh, now));
        quotes.put(quote.id(), quote);
        return new QuoteAt(quote, now);
    }

    private Quote.Terms terms(AccountId account, Conversion conversion, UUID fresh, Instant now) {
        var tick = tick(conversion.from().asset(), conversion.to().asset());
        return new Quote.Terms(
                QuoteId.of(fresh, account), organization, account, conversion, Optional.of(tick.id()), now, now.plus(QUOTES_LAST));
    }

    private static Conversion conversion(Step.Convert asked) {
        var conversion = conversion(asked.amount(), asked.to());
        if (asked.slippageBasisPoints() > MOST_SLIPPAGE) {
            throw no(new SlippageExceedsMaximum(asked.slippageBasisPoints(), MOST_SLIPPAGE));
        }
        return conversion;
    }

    private static Conversion conversion(Money from, Asset to) {
        var rate = RATES.get(from.asset() + ">" + to);
        if (rate == null) {
            throw no(notBoughtWith(from.asset(), to));
        }
        var fee = new BigDecimal(from.units()).multiply(SPREAD).setScale(0, RoundingMode.HALF_UP);
        var exact = new BigDecimal(from.units())
                .multiply(BigDecimal.ONE.subtract(SPREAD))
                .movePointLeft(from.asset().decimals())
                .multiply(new BigDecimal(rate))
                .movePointRight(to.decimals());
        var received = exact.setScale(0, RoundingMode.DOWN);
        if (received.compareTo(exact.multiply(new BigDecimal("0.99"))) < 0) {
            throw no(ValidationError.of("fromAmount", "is too small to be converted: rounding would take more than 1 % of it"));
        }
        if (received.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw no(ValidationError.of("fromAmount", "is too large to be converted"));
        }
        return new Conversion(
                from,
                Money.ofUnits(received.longValueExact(), to),
                Money.ofUnits(fee.longValueExact(), from.asset()),
                tick(from.asset(), to).mid());
    }

    private static AssetNotSupported notBoughtWith(Asset from, Asset to) {
        var partners = TICKS.stream()
                .map(Tick::symbol)
                .filter(symbol -> symbol.base().equals(from) || symbol.counter().equals(from))
                .map(symbol -> symbol.base().equals(from) ? symbol.counter() : symbol.base())
                .map(Asset::code)
                .toList();
        var fault = new FieldFault("toAsset", "cannot be bought with " + from + ": there is no rate");
        return new AssetNotSupported(to.code(), partners, List.of(fault));
    }

    private static Tick tick(Asset from, Asset to) {
        return TICKS.stream().filter(tick -> tick.symbol().isBetween(from, to)).findFirst().orElseThrow();
    }

    private Transaction execute(Step.ExecuteQuote asked, UUID fresh, Instant now) {
        var quote = quote(asked.quote());
        if (quote instanceof Quote.Completed completed) {
            throw no(new QuoteAlreadyUsed(quote.id(), completed.executedAt()));
        }
        if (!now.isBefore(quote.terms().expiresAt())) {
            throw no(new QuoteExpired(quote.id(), quote.terms().expiresAt()));
        }
        return execute(quote.terms(), fresh, now);
    }

    private Transaction execute(Quote.Terms terms, UUID fresh, Instant now) {
        var price = terms.conversion();
        var details = new Details.Trade(terms.id(), price.to(), price.fee());
        var trade = transaction(fresh, terms.account(), TransactionStatus.COMPLETED, price.from(), details, Memo.EMPTY, now);
        var posted = post(trade, trade(terms.account(), price.from(), details));
        quotes.put(terms.id(), new Quote.Completed(terms, now));
        return posted;
    }

    private Transaction convert(Step.Convert asked, UUID fresh, Instant now) {
        var conversion = conversion(asked);
        requireAccount(asked.account());
        return execute(terms(asked.account(), conversion, fresh, now), fresh, now);
    }

    private Transaction payOut(Step.PayOutCrypto asked, UUID fresh, Instant now) {
        IssuedAsset.requirePayable(asked.amount(), UseCases.CHAIN);
        requireAccount(asked.account());
        var beneficiary = beneficiary(asked.account(), asked.beneficiary());
        if (!(beneficiary.destination() instanceof Destination.CryptoAddress address)) {
            throw no(new InvalidRequest("The beneficiary is a bank account; a crypto payout needs a blockchain address."));
        }
        requirePayable(beneficiary);
        var id = new TransactionId(fresh);
        var details = new Details.CryptoPayout(beneficiary.id(), UseCases.CHAIN, address.address(), Optional.of(ScriptedChain.hashOf(id)),
                UseCases.feeOf(asked.amount()));
        var locked = lock(fresh, asked.account(), asked.amount(), details, asked.reference(), now);
        return switch (asked.sending()) {
            case ACCEPTED -> locked;
            case UNKNOWN -> throw no(new ChainSendFailed(id, ChainSendFailed.PayoutOutcome.UNKNOWN));
            case REFUSED -> {
                end(locked, TransactionStatus.DECLINED, now);
                throw no(new ChainSendFailed(id, ChainSendFailed.PayoutOutcome.DECLINED));
            }
        };
    }

    private Transaction payOut(Step.PayOutFiat asked, UUID fresh, Instant now) {
        requireAccount(asked.account());
        var beneficiary = beneficiary(asked.account(), asked.beneficiary());
        if (!(beneficiary.destination() instanceof Destination.BankAccount bank)) {
            throw no(new InvalidRequest("The beneficiary is a blockchain address; a fiat payout needs a bank account."));
        }
        if (!bank.currency().equals(asked.amount().asset())) {
            throw no(new InvalidRequest(
                    "The beneficiary is paid in " + bank.currency() + ", not in " + asked.amount().asset() + "."));
        }
        requirePayable(beneficiary);
        var details = new Details.FiatPayout(
                beneficiary.id(), bank.method(), bank.bankName(), bank.swiftCode(), bank.accountNumber(), bank.iban(),
                UseCases.feeOf(asked.amount()));
        return lock(fresh, asked.account(), asked.amount(), details, asked.reference(), now);
    }

    /** What the second transaction of one request is called. */
    static UUID second(UUID fresh) {
        return new UUID(fresh.getMostSignificantBits(), fresh.getLeastSignificantBits() ^ 1);
    }

    private Transaction transfer(Step.TransferBetweenAccounts asked, UUID fresh, Instant now) {
        if (asked.from().equals(asked.to())) {
            throw no(ValidationError.of("toAccountId", "must differ from fromAccountId"));
        }
        requireAccount(asked.from());
        requireAccount(asked.to());
        var memo = freeMemo(asked.reference());
        var given = new Purse(asked.from(), asked.amount().asset());
        var taken = new Purse(asked.to(), asked.amount().asset());
        // Neither is moved unless both can be.
        post(given, holding(given), Bucket.AVAILABLE, asked.amount().negated(), now);
        post(taken, holding(taken), Bucket.AVAILABLE, asked.amount(), now);
        var debit = transaction(
                fresh, asked.from(), TransactionStatus.COMPLETED, asked.amount(), new Details.TransferOut(asked.to()), memo, now);
        var credit = transaction(
                second(fresh),
                asked.to(),
                TransactionStatus.COMPLETED,
                asked.amount(),
                new Details.TransferIn(asked.from(), debit.id()),
                new Memo(memo.description(), List.of(), Map.of()),
                now);
        post(debit, new Posting(1, available(asked.from()), HouseAccount.CLEARING, asked.amount()));
        post(credit, new Posting(1, HouseAccount.CLEARING, available(asked.to()), asked.amount()));
        return debit;
    }

    private Transaction lock(
            UUID fresh, AccountId account, Money amount, Details.Payout details, Optional<String> reference, Instant now) {
        var memo = UseCases.memo(organization, reference);
        boolean isControlled = amount.asset().equals(Asset.EUR);
        if (isControlled) {
            requireSize(amount);
        }
        if (isControlled && UseCases.CONTROLS.approvalAbove().orElseThrow().units() < amount.units()) {
            requireFree(reference, memo);
            var hold = new Hold(
                    UseCases.caller(organization).principal().toString(), Set.of(Hold.Gate.APPROVAL), Set.of(), Optional.empty(),
                    now.plus(UseCases.WAITS_LAST),
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
            return keep(held(transaction(fresh, account, TransactionStatus.EXPECTED, amount, details, memo, now), hold));
        }
        var counted = isControlled ? counted(amount, details.beneficiary(), now) : Map.<Optional<BeneficiaryId>, Tally>of();
        requireFree(reference, memo);
        var payout = transaction(fresh, account, TransactionStatus.LOCKED, amount, details, memo, now);
        var posted = post(payout, new Posting(1, available(account), locked(account), amount.plus(details.fee().total())));
        tallies.putAll(counted);
        return posted;
    }

    /** With a reference that no other transaction has. */
    private Memo freeMemo(Optional<String> reference) {
        var memo = UseCases.memo(organization, reference);
        requireFree(reference, memo);
        return memo;
    }

    private void requireFree(Optional<String> reference, Memo memo) {
        transactions.values().stream()
                .filter(other -> reference.isPresent() && other.memo().reference().equals(memo.reference()))
                .filter(other -> other.status() != TransactionStatus.DECLINED)
                .findAny()
                .ifPresent(other -> {
                    throw no(new ReferenceTaken(reference.get(), other.id().toString()));
                });
    }

    private static void requireSize(Money amount) {
        var most = UseCases.CONTROLS.mostPerPayout().orElseThrow();
        if (amount.units() > most.units()) {
            throw no(new PayoutTooLarge(amount, most));
        }
    }

    /** The tallies with the payout, if no limit forbids it. */
    private Map<Optional<BeneficiaryId>, Tally> counted(Money amount, BeneficiaryId beneficiary, Instant now) {
        var all = counted(Optional.empty(), Per.DAY, UseCases.CONTROLS.mostPerDay().orElseThrow(), amount, now);
        var one = counted(
                Optional.of(beneficiary), Per.BENEFICIARY_AND_DAY, UseCases.CONTROLS.mostPerBeneficiary().orElseThrow(), amount, now);
        return Map.of(Optional.empty(), all, Optional.of(beneficiary), one);
    }

    private Tally counted(Optional<BeneficiaryId> to, Per per, Money limit, Money amount, Instant now) {
        var before = tallies.getOrDefault(to, new Tally(now, dayOf(now), 0));
        if (dayOf(now).isAfter(before.day())) {
            before = new Tally(before.since(), dayOf(now), 0);
        }
        long used = before.counted() - givenBack(to, before.day());
        if (used + amount.units() > limit.units()) {
            var tomorrow = before.day().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            throw no(new PayoutLimitExceeded(per, limit, Money.ofUnits(used, amount.asset()), amount, tomorrow));
        }
        return new Tally(before.since(), before.day(), before.counted() + amount.units());
    }

    private long givenBack(Optional<BeneficiaryId> to, LocalDate day) {
        if (!tallies.containsKey(Optional.<BeneficiaryId>empty())) {
            return 0;
        }
        var since = tallies.get(Optional.<BeneficiaryId>empty()).since();
        return transactions.values().stream()
                .filter(each -> each.details() instanceof Details.FiatPayout payout && to.stream().allMatch(payout.beneficiary()::equals))
                .filter(each -> each.status() == TransactionStatus.DECLINED)
                .filter(each -> each.hold().isEmpty() || each.hold().get().declinedFor().isEmpty())
                .filter(each -> {
                    var lockedAt = each.hold().flatMap(Hold::endedAt).orElse(each.createdAt());
                    return !lockedAt.isBefore(since) && dayOf(lockedAt).equals(day);
                })
                .mapToLong(each -> each.amount().units())
                .sum();
    }

    private static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private Transaction judge(Step.JudgePayout asked, Instant now) {
        var payout = transaction(asked.payout());
        if (isPayout(payout) && payout.hold().isPresent() && asked.isMaker()) {
            throw no(new Forbidden("A payout is approved or rejected by another person than the one who has made it."));
        }
        if (payout.status() != TransactionStatus.EXPECTED || !now.isBefore(payout.hold().orElseThrow().expiresAt())) {
            throw no(new PayoutNotWaiting(payout.id(), payout.status()));
        }
        var by = UseCases.approver(organization).principal().toString();
        if (asked.verdict() == Verdict.REJECT) {
            return keep(ended(payout, TransactionStatus.DECLINED, Optional.of(by), Optional.of(Hold.Reason.REJECTED), now));
        }
        var details = (Details.FiatPayout) payout.details();
        requirePayable(beneficiaries.get(details.beneficiary()));
        requireSize(payout.amount());
        var counted = counted(payout.amount(), details.beneficiary(), now);
        var locked = ended(payout, TransactionStatus.LOCKED, Optional.of(by), Optional.empty(), now);
        var posted = post(
                locked, new Posting(1, available(payout.account()), locked(payout.account()), payout.amount().plus(details.fee().total())));
        tallies.putAll(counted);
        return posted;
    }

    /** Whose time is up will not be made. */
    void endWaits(Instant now) {
        List.copyOf(transactions.values()).stream()
                .filter(each -> each.status() == TransactionStatus.EXPECTED && !now.isBefore(each.hold().orElseThrow().expiresAt()))
                .forEach(each -> keep(ended(each, TransactionStatus.DECLINED, Optional.empty(), Optional.of(Hold.Reason.EXPIRED), now)));
    }

    private static Transaction ended(
            Transaction payout, TransactionStatus status, Optional<String> by, Optional<Hold.Reason> reason, Instant now) {
        var hold = payout.hold().orElseThrow();
        var at = now.isAfter(payout.updatedAt()) ? now : payout.updatedAt();
        var next = new Transaction(
                payout.id(), payout.organization(), payout.account(), status, payout.amount(), payout.details(), payout.memo(), payout.createdAt(),
                at,
                payout.reversedBy());
        var passed = status == TransactionStatus.LOCKED ? hold.waitsFor() : hold.passed();
        return held(
                next, new Hold(
                        hold.maker(), hold.waitsFor(), passed, hold.executeAt(), hold.expiresAt(), by, Optional.of(now), reason, Optional.empty()));
    }

    private static Transaction held(Transaction payout, Hold hold) {
        return new Transaction(
                payout.id(), payout.organization(), payout.account(), payout.status(), payout.amount(), payout.details(), payout.memo(),
                payout.createdAt(), payout.updatedAt(), payout.reversedBy(), payout.returns(), Optional.of(hold));
    }

    private Transaction keep(Transaction waiting) {
        transactions.put(waiting.id(), waiting);
        return waiting;
    }

    private Transaction end(Step.EndPayout asked, Instant now) {
        var payout = transaction(asked.transaction());
        var end = asked.ending() == Ending.SETTLED ? TransactionStatus.COMPLETED : TransactionStatus.DECLINED;
        if (isPayout(payout) && payout.status() == end) {
            return payout;
        }
        if (payout.status() != TransactionStatus.LOCKED) {
            throw no(new InvalidRequest("The transaction is " + payout.status() + "; only a LOCKED one can be settled or declined."));
        }
        return end(payout, end, now);
    }

    /** What the chain says about a payout that waits for it. */
    void tell(Step.ChainTells told, Instant now) {
        var payout = transactions.get(told.payout());
        if (payout == null || payout.status() != TransactionStatus.LOCKED || !(payout.details() instanceof Details.CryptoPayout)) {
            return;
        }
        boolean isSentAgain = switch (told.fate()) {
            case ABSENT, STUCK, DISPLACED -> true;
            case CONFIRMED, FAILED, PENDING -> false;
        };
        boolean neverArrives = told.fate() == Fate.FAILED || isSentAgain && told.sending() == Sending.REFUSED;
        if (told.fate() == Fate.CONFIRMED) {
            end(payout, TransactionStatus.COMPLETED, now);
        } else if (neverArrives) {
            end(payout, TransactionStatus.DECLINED, now);
        }
    }

    private Transaction end(Transaction payout, TransactionStatus end, Instant now) {
        var ended = new Transaction(
                payout.id(),
                organization,
                payout.account(),
                end,
                payout.amount(),
                payout.details(),
                payout.memo(),
                payout.createdAt(),
                now.isAfter(payout.updatedAt()) ? now : payout.updatedAt(),
                payout.reversedBy(),
                payout.returns(),
                payout.hold());
        var fee = payout.fee().orElseThrow().total();
        if (end == TransactionStatus.DECLINED) {
            return post(ended, new Posting(3, locked(payout.account()), available(payout.account()), payout.amount().plus(fee)));
        }
        var paid = new Posting(3, locked(payout.account()), HouseAccount.OUTSIDE_WORLD, payout.amount());
        return fee.isZero() ? post(ended, paid) : post(ended, paid, new Posting(5, locked(payout.account()), HouseAccount.FEES, fee));
    }

    private Transaction reverse(Step.ReverseTransaction asked, UUID fresh, Instant now) {
        var wrong = transaction(asked.transaction());
        wrong.reversedBy().ifPresent(earlier -> {
            throw no(new TransactionAlreadyReversed(wrong.id(), earlier));
        });
        boolean isTooLate = !now.isBefore(wrong.createdAt().plus(UseCases.REVERSIBLE_FOR));
        if (!(wrong.details() instanceof Details.Trade trade) || isTooLate) {
            throw no(new TransactionNotReversible(wrong.id(), wrong.type(), wrong.status(), UseCases.REVERSIBLE_FOR.toMinutes()));
        }
        var adjustment = transaction(
                fresh,
                wrong.account(),
                TransactionStatus.COMPLETED,
                wrong.amount(),
                new Details.Adjustment(wrong.id(), UseCases.caller(organization).principal().toString(), UseCases.EVIDENCE),
                new Memo(asked.reason(), List.of(), Map.of()),
                now);
        var back = Stream.of(trade(wrong.account(), wrong.amount(), trade))
                .map(posting -> new Posting(posting.line(), posting.from(), posting.to(), posting.amount().negated()))
                .toArray(Posting[]::new);
        var posted = post(adjustment, back);
        keep(wrong, wrong.status(), wrong.updatedAt(), Optional.of(adjustment.id()), wrong.returns());
        return posted;
    }

    private Transaction bringBack(Step.ReturnPayout asked, UUID fresh, Instant now) {
        var payout = transaction(asked.payout());
        if (!isPayout(payout) || payout.status() != TransactionStatus.COMPLETED) {
            throw no(new InvalidRequest("The transaction is " + payout.status() + "; only a COMPLETED payout can come back."));
        }
        var asset = payout.amount().asset();
        long out = payout.amount().units() - payout.returns().stream().mapToLong(returned -> returned.amount().units()).sum();
        var amount = asked.amount().map(text -> parsed(text, asset)).orElse(Money.ofUnits(out, asset));
        if (amount.units() < 1 || amount.units() > out) {
            throw no(ValidationError.of("amount", "must be more than nothing and no more than what is out: " + Money.ofUnits(out, asset)));
        }
        var at = now.isAfter(payout.updatedAt()) ? now : payout.updatedAt();
        var type = payout.details() instanceof Details.CryptoPayout ? TransactionType.CRYPTO_PAYIN : TransactionType.FIAT_PAYIN;
        var details = new Details.PayoutReturn(payout.id(), type, UseCases.EVIDENCE);
        var posted = post(
                transaction(fresh, payout.account(), TransactionStatus.COMPLETED, amount, details, Memo.EMPTY, at),
                new Posting(1, HouseAccount.OUTSIDE_WORLD, available(payout.account()), amount));
        var status = amount.units() == out ? TransactionStatus.REFUNDED : TransactionStatus.COMPLETED;
        var returns = new ArrayList<>(payout.returns());
        returns.add(new Returned(posted.id(), amount, at));
        keep(payout, status, at, payout.reversedBy(), returns);
        return posted;
    }

    private static Money parsed(String text, Asset asset) {
        if (new BigDecimal(text).stripTrailingZeros().scale() > asset.decimals()) {
            throw no(ValidationError.of("amount", "must be an amount of " + asset + ", with at most " + asset.decimals() + " decimals"));
        }
        return Money.of(text, asset);
    }

    private void keep(Transaction known, TransactionStatus status, Instant at, Optional<TransactionId> reversedBy, List<Returned> returns) {
        transactions.put(
                known.id(),
                new Transaction(
                        known.id(),
                        organization,
                        known.account(),
                        status,
                        known.amount(),
                        known.details(),
                        known.memo(),
                        known.createdAt(),
                        at,
                        reversedBy,
                        returns,
                        known.hold()));
    }

    /** The three postings of a trade; two if the fee is nothing. */
    private static Posting[] trade(AccountId account, Money given, Details.Trade trade) {
        var paid = new Posting(1, available(account), HouseAccount.FX, given);
        if (trade.fee().isZero()) {
            return new Posting[]{paid, new Posting(3, HouseAccount.FX, available(account), trade.received())};
        }
        var fee = new Posting(2, HouseAccount.FX, HouseAccount.FEES, trade.fee());
        return new Posting[]{paid, fee, new Posting(4, HouseAccount.FX, available(account), trade.received())};
    }

    /** All of it or nothing. */
    private Transaction post(Transaction transaction, Posting... moved) {
        var now = notBackFrom(transaction.account(), transaction.updatedAt());
        var all = new HashMap<Purse, List<Holding>>();
        for (var posting : moved) {
            var purse = new Purse(transaction.account(), posting.amount().asset());
            var steps = all.computeIfAbsent(purse, none -> new ArrayList<>(List.of(holding(purse))));
            if (posting.from() instanceof LedgerAccount.Customer customer) {
                step(steps, customer.bucket(), post(purse, steps.getLast(), customer.bucket(), posting.amount().negated(), now));
            }
            if (posting.to() instanceof LedgerAccount.Customer customer) {
                step(steps, customer.bucket(), post(purse, steps.getLast(), customer.bucket(), posting.amount(), now));
            }
        }
        all.forEach((purse, steps) -> {
            for (int i = 1; i < steps.size(); i++) {
                history.computeIfAbsent(purse, none -> new ArrayList<>()).add(line(transaction, purse, steps.get(i - 1), steps.get(i)));
            }
            holdings.put(purse, steps.getLast());
        });
        postings.computeIfAbsent(transaction.id(), none -> new ArrayList<>()).addAll(List.of(moved));
        transactions.put(transaction.id(), transaction);
        return transaction;
    }

    /** A line of a statement changes a bucket once. */
    private static void step(List<Holding> steps, Bucket bucket, Holding next) {
        boolean goesOn = steps.size() > 1 && in(steps.get(steps.size() - 2), bucket) == in(steps.getLast(), bucket);
        if (goesOn) {
            steps.removeLast();
        }
        steps.add(next);
    }

    private static long in(Holding holding, Bucket bucket) {
        return bucket == Bucket.AVAILABLE ? holding.available() : holding.locked();
    }

    private Instant notBackFrom(AccountId account, Instant now) {
        return holdings.entrySet().stream()
                .filter(held -> held.getKey().account().equals(account))
                .map(held -> held.getValue().changedAt())
                .reduce(now, (one, other) -> one.isAfter(other) ? one : other);
    }

    private static Holding post(Purse purse, Holding before, Bucket bucket, Money amount, Instant now) {
        if (bucket == Bucket.AVAILABLE && before.available() < -amount.units()) {
            throw no(new InsufficientFunds(purse.account(), amount.negated(), Money.ofUnits(before.available(), purse.asset())));
        }
        try {
            long available = bucket == Bucket.AVAILABLE ? Math.addExact(before.available(), amount.units()) : before.available();
            long locked = bucket == Bucket.LOCKED ? Math.addExact(before.locked(), amount.units()) : before.locked();
            Math.addExact(available, locked);
            return new Holding(available, locked, now);
        } catch (ArithmeticException e) {
            throw no(new InvalidRequest("The balance cannot hold that much " + purse.asset() + "."));
        }
    }

    private static Statement.Line line(Transaction transaction, Purse purse, Holding before, Holding after) {
        return new Statement.Line(
                transaction.id(),
                transaction.type(),
                transaction.memo().reference(),
                transaction.memo().description(),
                after.changedAt(),
                Money.ofUnits(after.available() - before.available(), purse.asset()),
                Money.ofUnits(after.locked() - before.locked(), purse.asset()),
                balance(purse, after));
    }

    /** What the question is answered. */
    Outcome take(Step.Question question, Instant now) {
        try {
            return new Outcome.Answered(switch (question) {
                case Step.BalanceAt asked -> balanceAt(asked, now);
                case Step.StatementOf asked -> statement(asked, now);
                case Step.QuoteSeen asked -> new QuoteAt(quote(asked.quote()), now);
                case Step.TransactionSeen asked -> transaction(asked.transaction());
            });
        } catch (BusinessException refusal) {
            return new Outcome.Refused(refusal.error());
        }
    }

    private Balance balanceAt(Step.BalanceAt asked, Instant now) {
        requireAccount(asked.account());
        requirePast(asked.at(), now);
        return balanceBefore(new Purse(asked.account(), asked.asset()), asked.at());
    }

    private static void requirePast(Instant instant, Instant now) {
        if (instant.isAfter(now)) {
            throw no(new InvalidRequest("What stands at " + instant + " is not known yet: it is " + now + "."));
        }
    }

    private Statement statement(Step.StatementOf asked, Instant now) {
        requireAccount(asked.account());
        requirePast(asked.period().until(), now);
        var purse = new Purse(asked.account(), asked.asset());
        var period = asked.period();
        return new Statement(
                period,
                balanceBefore(purse, period.from()),
                lines(purse, line -> !line.postedAt().isBefore(period.from()) && line.postedAt().isBefore(period.until())));
    }

    private Balance balanceBefore(Purse purse, Instant instant) {
        var before = lines(purse, line -> line.postedAt().isBefore(instant));
        return before.isEmpty() ? balance(purse, nothing()) : before.getLast().after();
    }

    private List<Statement.Line> lines(Purse purse, Predicate<Statement.Line> wanted) {
        return history.getOrDefault(purse, List.of()).stream().filter(wanted).toList();
    }

    List<AccountId> accounts() {
        return List.copyOf(accounts.keySet());
    }

    /** By the asset's code. */
    List<Balance> balances(AccountId account) {
        return holdings.entrySet().stream()
                .filter(held -> held.getKey().account().equals(account))
                .map(held -> balance(held.getKey(), held.getValue()))
                .sorted(Comparator.comparing(balance -> balance.asset().code()))
                .toList();
    }

    Map<TransactionId, Transaction> transactions() {
        return transactions;
    }

    List<Posting> postings(TransactionId transaction) {
        return postings.getOrDefault(transaction, List.of());
    }

    private Transaction transaction(
            UUID fresh, AccountId account, TransactionStatus status, Money amount, Details details, Memo memo, Instant now) {
        return new Transaction(
                new TransactionId(fresh), organization, account, status, amount, details, memo, now, now, Optional.empty());
    }

    private void requireAccount(AccountId account) {
        if (!accounts.containsKey(account)) {
            throw no(new AccountNotFound(account));
        }
    }

    private Beneficiary beneficiary(AccountId account, BeneficiaryId id) {
        var found = beneficiaries.get(id);
        if (found == null || !found.account().equals(account)) {
            throw no(new BeneficiaryNotFound(id));
        }
        return found;
    }

    private static void requirePayable(Beneficiary beneficiary) {
        if (beneficiary.status() == BeneficiaryStatus.ARCHIVED) {
            throw no(new BeneficiaryAlreadyArchived(beneficiary.id()));
        }
    }

    private Beneficiary keep(Beneficiary beneficiary) {
        beneficiaries.put(beneficiary.id(), beneficiary);
        return beneficiary;
    }

    private Quote quote(QuoteId id) {
        return Optional.ofNullable(quotes.get(id)).orElseThrow(() -> no(new QuoteNotFound(id)));
    }

    private Transaction transaction(TransactionId id) {
        return Optional.ofNullable(transactions.get(id)).orElseThrow(() -> no(new NotFound("Transaction")));
    }

    private static boolean isPayout(Transaction transaction) {
        return transaction.details() instanceof Details.CryptoPayout || transaction.details() instanceof Details.FiatPayout;
    }

    private Holding holding(Purse purse) {
        return holdings.getOrDefault(purse, nothing());
    }

    private static Holding nothing() {
        return new Holding(0, 0, Instant.EPOCH);
    }

    private static Balance balance(Purse purse, Holding held) {
        return new Balance(
                purse.account(),
                Money.ofUnits(held.available(), purse.asset()),
                Money.ofUnits(held.locked(), purse.asset()),
                held.changedAt());
    }

    private static LedgerAccount available(AccountId account) {
        return new LedgerAccount.Customer(account, Bucket.AVAILABLE);
    }

    private static LedgerAccount locked(AccountId account) {
        return new LedgerAccount.Customer(account, Bucket.LOCKED);
    }

    private static BusinessException no(BusinessError error) {
        return new BusinessException(error);
    }
}
