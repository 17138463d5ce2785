package dev.corridor.testing.model;

import dev.corridor.application.quote.QuoteAt;
import dev.corridor.application.transaction.EndPayout.Ending;
import dev.corridor.application.transaction.JudgePayout.Verdict;
import dev.corridor.application.transaction.port.Chain.Fate;
import dev.corridor.application.transaction.port.Chain.Sending;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.beneficiary.Destination;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.quote.QuoteId;
import dev.corridor.domain.quote.Slippage;
import dev.corridor.domain.transaction.Details;
import dev.corridor.domain.transaction.Statement.Period;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionError.ChainSendFailed;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.domain.transaction.TransactionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * What the customers of a sequence have been told so far, and so can ask about: several threads may learn and ask at once. Now and then they
 * ask about what belongs to somebody else.
 */
final class Known {

    /** A step, and the name under which it is taken. */
    record Named(Step step, Optional<String> name) {}

    private static final List<Asset> ASSETS = List.of(Asset.USD, Asset.USDC, Asset.EUR);
    private static final List<String> AMOUNTS = List.of("10", "100", "1", "0.01", "33.33", "99.99", "250", "500", "1000", "12345.67", "7", "3.5");

    /** The last ones have no rate. */
    private static final List<List<Asset>> PAIRS = List.of(
            List.of(Asset.USD, Asset.USDC),
            List.of(Asset.USDC, Asset.USD),
            List.of(Asset.EUR, Asset.USD),
            List.of(Asset.USD, Asset.EUR),
            List.of(Asset.USD, Asset.USDC),
            List.of(Asset.USDC, Asset.USD),
            List.of(Asset.EUR, Asset.USD),
            List.of(Asset.USD, Asset.EUR),
            List.of(Asset.USD, Asset.USDC),
            List.of(Asset.USDC, Asset.USD),
            List.of(Asset.USDC, Asset.EUR),
            List.of(Asset.USD, Asset.USD));

    private static final int NEARLY_TOO_MUCH = 11;
    private static final long HUGE = Long.MAX_VALUE - 99_999_999_999L;

    private static final List<Duration> TIMES = List.of(
            Duration.ofMillis(1),
            Duration.ofSeconds(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5).minusMillis(1),
            Duration.ofMinutes(5),
            Duration.ofSeconds(-1),
            Duration.ofSeconds(-30),
            Duration.ofHours(1),
            Duration.ofHours(24).minusMillis(1),
            Duration.ofHours(24),
            Duration.ofMillis(-1),
            Duration.ofSeconds(10));

    private final Foreign foreign;
    private final List<AccountId> accounts = new CopyOnWriteArrayList<>();
    private final List<BeneficiaryId> wallets = new CopyOnWriteArrayList<>();
    private final List<BeneficiaryId> bankAccounts = new CopyOnWriteArrayList<>();
    private final CopyOnWriteArrayList<QuoteId> quotes = new CopyOnWriteArrayList<>();
    private final List<TransactionId> transactions = new CopyOnWriteArrayList<>();
    private final List<TransactionId> payouts = new CopyOnWriteArrayList<>();
    private final List<TransactionId> waiting = new CopyOnWriteArrayList<>();
    private final List<Named> named = new CopyOnWriteArrayList<>();
    private final AtomicInteger names = new AtomicInteger();

    /** What another organization has, and nobody here may see. */
    record Foreign(AccountId account, BeneficiaryId beneficiary, QuoteId quote, TransactionId transaction) {}

    Known(Foreign foreign) {
        this.foreign = foreign;
    }

    /** Learns from an answer. */
    void learn(Outcome outcome) {
        switch (outcome) {
            case Outcome.Answered(Account account) -> accounts.add(account.id());
            case Outcome.Answered(Beneficiary beneficiary) -> learn(beneficiary);
            case Outcome.Answered(QuoteAt quote) -> quotes.add(quote.quote().id());
            case Outcome.Answered(Transaction transaction) -> learn(transaction);
            case Outcome.Refused(ChainSendFailed failed) -> learnOfPayout(failed.transaction());
            case Outcome.Answered other -> {}
            case Outcome.Refused other -> {}
            case Outcome.AnsweredAgain again -> {}
        }
    }

    private void learn(Beneficiary beneficiary) {
        switch (beneficiary.destination()) {
            case Destination.CryptoAddress wallet -> wallets.add(beneficiary.id());
            case Destination.BankAccount bank -> bankAccounts.add(beneficiary.id());
            case Destination.NetworkParty party -> throw new IllegalArgumentException("no step registers " + party);
        }
    }

    /** A conversion has a quote of which nothing was known. */
    private void learn(Transaction transaction) {
        if (transaction.details() instanceof Details.Trade trade) {
            quotes.addIfAbsent(trade.quote());
        }
        if (transaction.status() == TransactionStatus.LOCKED) {
            learnOfPayout(transaction.id());
        } else if (transaction.status() == TransactionStatus.EXPECTED) {
            waiting.add(transaction.id());
            transactions.add(transaction.id());
        } else {
            transactions.add(transaction.id());
        }
    }

    private void learnOfPayout(TransactionId payout) {
        payouts.add(payout);
        transactions.add(payout);
    }

    List<AccountId> accounts() {
        return List.copyOf(accounts);
    }

    List<QuoteId> quotes() {
        return List.copyOf(quotes);
    }

    List<TransactionId> payouts() {
        return List.copyOf(payouts);
    }

    /** What the draw means at this moment. */
    Named step(Draw draw, Instant now) {
        return switch (draw.kind()) {
            case REPEAT -> repeat(draw, now);
            case REUSE_NAME -> reuseName(draw, now);
            default -> named(draw, now);
        };
    }

    private Named named(Draw draw, Instant now) {
        var step = plainStep(draw, now);
        if (!(step instanceof Step.Request request) || draw.name() == 0) {
            return new Named(step, Optional.empty());
        }
        var asked = new Named(request, Optional.of("k" + names.incrementAndGet()));
        named.add(asked);
        return asked;
    }

    private Named repeat(Draw draw, Instant now) {
        return named.isEmpty() ? named(as(Draw.Kind.DEPOSIT, draw), now) : newest(named, draw.first(), () -> named.getFirst());
    }

    /** Of the same kind, for the same text names other requests on other paths. */
    private Named reuseName(Draw draw, Instant now) {
        if (named.isEmpty()) {
            return named(as(Draw.Kind.DEPOSIT, draw), now);
        }
        var earlier = newest(named, draw.first(), () -> named.getFirst());
        return new Named(altered((Step.Request) earlier.step(), draw), earlier.name());
    }

    private Step.Request altered(Step.Request request, Draw draw) {
        return switch (request) {
            case Step.OpenAccount asked -> new Step.OpenAccount(asked.name() + "!");
            case Step.Deposit asked -> new Step.Deposit(account(draw), asked.amount().plus(Money.ofUnits(1, asked.amount().asset())));
            case Step.RegisterWallet asked -> new Step.RegisterWallet(account(draw));
            case Step.RegisterBankAccount asked -> new Step.RegisterBankAccount(account(draw));
            case Step.ArchiveBeneficiary asked -> new Step.ArchiveBeneficiary(asked.account(), wallet(draw.second()));
            case Step.IssueQuote asked -> new Step.IssueQuote(asked.account(), asked.amount(), asset(draw.asset()));
            case Step.ExecuteQuote asked -> new Step.ExecuteQuote(quote(draw.second()));
            case Step.Convert asked -> new Step.Convert(asked.account(), amount(draw), asked.to(), asked.slippageBasisPoints());
            case Step.PayOutCrypto asked ->
                new Step.PayOutCrypto(asked.account(), asked.beneficiary(), amount(draw), asked.reference(), asked.sending());
            case Step.PayOutFiat asked -> new Step.PayOutFiat(asked.account(), bankAccount(draw.second()), asked.amount(), asked.reference());
            case Step.TransferBetweenAccounts asked ->
                new Step.TransferBetweenAccounts(asked.from(), asked.to(), amount(draw), asked.reference());
            case Step.EndPayout asked -> new Step.EndPayout(payout(draw.second()), asked.ending());
            case Step.JudgePayout asked -> new Step.JudgePayout(waiting(draw.second()), asked.verdict(), asked.isMaker());
            case Step.ReverseTransaction asked -> new Step.ReverseTransaction(asked.transaction(), asked.reason() + "!");
            case Step.ReturnPayout asked -> new Step.ReturnPayout(payout(draw.second()), Optional.of("0.01"));
        };
    }

    private Step plainStep(Draw draw, Instant now) {
        return switch (draw.kind()) {
            case DEPOSIT -> new Step.Deposit(account(draw), draw.amount() == NEARLY_TOO_MUCH ? huge(draw) : amount(draw));
            case ISSUE_QUOTE -> issueQuote(draw);
            case EXECUTE_QUOTE -> new Step.ExecuteQuote(quote(draw.first()));
            case CONVERT -> convert(draw);
            case PAY_OUT_CRYPTO ->
                new Step.PayOutCrypto(account(draw), wallet(draw.second()), stablecoinMostly(draw), reference(draw), sending(draw.first()));
            case PAY_OUT_FIAT -> new Step.PayOutFiat(account(draw), bankAccount(draw.second()), euroMostly(draw), reference(draw));
            case TRANSFER -> new Step.TransferBetweenAccounts(account(draw), otherAccount(draw), transferred(draw), reference(draw));
            case END_PAYOUT ->
                new Step.EndPayout(payout(draw.first()), draw.second() % 3 == 0 ? Ending.DECLINED : Ending.SETTLED);
            case CHAIN_TELLS ->
                new Step.ChainTells(payout(draw.first()), Fate.values()[draw.second() % Fate.values().length], sending(draw.amount()));
            case JUDGE_PAYOUT -> new Step.JudgePayout(
                    waiting(draw.first()), draw.second() % 4 == 0 ? Verdict.REJECT : Verdict.APPROVE, draw.amount() == 0);
            case WAITS_END -> new Step.WaitsEnd();
            case REVERSE -> new Step.ReverseTransaction(transaction(draw.first()), "a mistake");
            case RETURN -> new Step.ReturnPayout(
                    payout(draw.first()), draw.second() % 2 == 0 ? Optional.empty() : Optional.of(amount(draw).decimal()));
            case TIME_PASSES -> new Step.TimePasses(TIMES.get(draw.first()));
            case OPEN_ACCOUNT -> new Step.OpenAccount("Account " + draw.second());
            case REGISTER_WALLET -> new Step.RegisterWallet(account(draw));
            case REGISTER_BANK_ACCOUNT -> new Step.RegisterBankAccount(account(draw));
            case ARCHIVE_BENEFICIARY ->
                new Step.ArchiveBeneficiary(account(draw), draw.asset() % 2 == 0 ? wallet(draw.second()) : bankAccount(draw.second()));
            case BALANCE_AT -> new Step.BalanceAt(account(draw), asset(draw.asset()), now.plus(TIMES.get(draw.second()).negated()));
            case STATEMENT -> new Step.StatementOf(account(draw), asset(draw.asset()), period(draw, now));
            case QUOTE_SEEN -> new Step.QuoteSeen(quote(draw.first()));
            case TRANSACTION_SEEN -> new Step.TransactionSeen(transaction(draw.first()));
            case REPEAT, REUSE_NAME -> throw new IllegalArgumentException(draw + " is about another step");
        };
    }

    /** One of a few for some, so that they meet. */
    private static Optional<String> reference(Draw draw) {
        return draw.asset() % 3 == 0 ? Optional.of("Order " + draw.asset()) : Optional.empty();
    }

    private Step issueQuote(Draw draw) {
        var pair = PAIRS.get(draw.asset());
        return new Step.IssueQuote(account(draw), Money.of(AMOUNTS.get(draw.amount()), pair.getFirst()), pair.getLast());
    }

    /** Prices do not move here, so any slippage will do that may be asked for at all. */
    private Step convert(Draw draw) {
        var pair = PAIRS.get(draw.asset());
        long slippage = draw.second() == 11 ? Slippage.MAX_BASIS_POINTS + 1 : draw.second();
        return new Step.Convert(account(draw), Money.of(AMOUNTS.get(draw.amount()), pair.getFirst()), pair.getLast(), slippage);
    }

    private static Draw as(Draw.Kind kind, Draw draw) {
        return new Draw(kind, draw.first(), draw.second(), draw.amount(), draw.asset(), Math.max(1, draw.name()));
    }

    private static Period period(Draw draw, Instant now) {
        var from = now.minus(TIMES.get(draw.second()).abs());
        return new Period(from, from.plus(TIMES.get(draw.amount()).abs()));
    }

    /** The first accounts mostly: there is the money. */
    private AccountId account(Draw draw) {
        int which = draw.first() % 6;
        return which == 5 ? foreign.account() : which >= accounts.size() ? accounts.getFirst() : accounts.get(which);
    }

    /** The second mostly. */
    private AccountId otherAccount(Draw draw) {
        int which = draw.second() % 6;
        return which == 5 ? foreign.account() : which >= accounts.size() ? accounts.getLast() : accounts.get(which);
    }

    /** All of a balance too, and more than another can hold on top of its own. */
    private static Money transferred(Draw draw) {
        return draw.amount() == NEARLY_TOO_MUCH ? huge(draw) : amount(draw);
    }

    private BeneficiaryId wallet(int which) {
        return newest(wallets, which, foreign::beneficiary);
    }

    private BeneficiaryId bankAccount(int which) {
        return which == 10 ? wallet(0) : newest(bankAccounts, which, foreign::beneficiary);
    }

    private QuoteId quote(int which) {
        return newest(quotes, which, foreign::quote);
    }

    private TransactionId payout(int which) {
        return newest(payouts, which, foreign::transaction);
    }

    private TransactionId waiting(int which) {
        return newest(waiting, which, foreign::transaction);
    }

    private TransactionId transaction(int which) {
        return newest(transactions, which, foreign::transaction);
    }

    /** The last that were learned mostly; somebody else's if there is none, or by the last number. */
    private static <T> T newest(List<T> things, int which, Supplier<T> otherwise) {
        var snapshot = List.copyOf(things);
        return which >= 11 || snapshot.isEmpty() ? otherwise.get() : snapshot.get(snapshot.size() - 1 - which % snapshot.size());
    }

    private static Asset asset(int which) {
        return ASSETS.get(which % ASSETS.size());
    }

    private static Money amount(Draw draw) {
        return Money.of(AMOUNTS.get(draw.amount()), asset(draw.asset()));
    }

    private static Money huge(Draw draw) {
        return Money.ofUnits(HUGE, asset(draw.asset()));
    }

    private static Money stablecoinMostly(Draw draw) {
        return Money.of(AMOUNTS.get(draw.amount()), draw.asset() == 0 ? Asset.USD : Asset.USDC);
    }

    private static Money euroMostly(Draw draw) {
        return Money.of(AMOUNTS.get(draw.amount()), draw.asset() == 0 ? Asset.USD : Asset.EUR);
    }

    private static Sending sending(int which) {
        return switch (which) {
            case 8, 9 -> Sending.REFUSED;
            case 10 -> Sending.UNKNOWN;
            default -> Sending.ACCEPTED;
        };
    }
}
