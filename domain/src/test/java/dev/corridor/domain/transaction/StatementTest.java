package dev.corridor.domain.transaction;

import static dev.corridor.domain.money.Asset.USDC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.account.Balance;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.fee.Fee;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.money.Rate;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.quote.QuoteId;
import dev.corridor.domain.quote.QuotePolicy;
import dev.corridor.domain.transaction.LedgerAccount.Customer;
import dev.corridor.domain.transaction.Statement.Line;
import dev.corridor.domain.transaction.Statement.Period;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StatementTest {

    private static final Instant NOON = Instant.parse("2025-03-15T12:00:00Z");
    private static final Period PERIOD = new Period(NOON, NOON.plusSeconds(1));
    private static final OrganizationId ORGANIZATION = new OrganizationId(new UUID(2, 2));
    private static final AccountId ACCOUNT = new AccountId(new UUID(3, 3));

    private final Ledger ledger = new Ledger();

    @Test
    void a_payout_leaves_the_account_when_it_arrives_and_cannot_be_spent_before() {
        var payout = aPayout(1, "4.000000");

        var statement = ledger.post(payout).post(payout.transaction().complete(NOON)).statement(usdcBalance("10.000000", "0"));

        assertThat(statement.lines())
                .extracting(Line::amount, Line::available, Line::locked, Line::after)
                .containsExactly(
                        tuple(usdc("0"), usdc("-4.000000"), usdc("4.000000"), usdcBalance("6.000000", "4.000000")),
                        tuple(usdc("-4.000000"), usdc("0"), usdc("-4.000000"), usdcBalance("6.000000", "0")));
        assertThat(statement.lines()).extracting(Line::description).containsOnly("Invoice 7");
        assertThat(statement.closing()).isEqualTo(usdcBalance("6.000000", "0"));
    }

    @Test
    void a_step_is_one_line_also_where_the_next_step_of_the_same_transaction_follows_at_once() {
        var payout = aPayout(1, "4.000000");
        var other = aPayout(2, "1.000000");

        var statement = ledger.post(payout)
                .post(payout.transaction().decline(NOON))
                .post(other)
                .statement(usdcBalance("10.000000", "0"));

        assertThat(statement.lines())
                .extracting(Line::transaction, Line::available, Line::locked)
                .containsExactly(
                        tuple(payout.transaction().id(), usdc("-4.000000"), usdc("4.000000")),
                        tuple(payout.transaction().id(), usdc("4.000000"), usdc("-4.000000")),
                        tuple(other.transaction().id(), usdc("-1.000000"), usdc("1.000000")));
    }

    @Test
    void a_reversal_says_why() {
        var pricing = QuotePolicy.STANDARD.money();
        var conversion = pricing.spreads().sell(usdc("4.000000"), Rate.of("1", Asset.USDC, Asset.USD));
        var quote = Quote.issue(new QuoteId(new UUID(1, 3)), ORGANIZATION, ACCOUNT, conversion, pricing, NOON);
        var trade = Transaction.trade(new TransactionId(new UUID(1, 1)), quote.execute(NOON)).transaction();
        var reversed = trade.reverse(new TransactionId(new UUID(1, 2)), Duration.ofMinutes(10), NOON);

        var reversal = Transaction.reversal(reversed, "operator", "Wrong account", "Ticket 7", NOON);
        var inUsdc = reversal.postings().stream().filter(posting -> posting.amount().asset().equals(Asset.USDC)).toList();

        var statement = ledger.post(new Movement(reversal.transaction(), inUsdc)).statement(usdcBalance("0", "0"));

        assertThat(statement.lines())
                .extracting(Line::type, Line::description, Line::amount)
                .containsExactly(tuple(TransactionType.ADJUSTMENT, "Wrong account", usdc("4.000000")));
    }

    @Test
    void a_period_without_movements_closes_as_it_opened() {
        var statement = ledger.statement(usdcBalance("10.000000", "1.000000"));

        assertThat(statement.lines()).isEmpty();
        assertThat(statement.closing()).isEqualTo(statement.opening());
    }

    @Test
    void a_period_begins_before_it_ends() {
        assertThatThrownBy(() -> new Period(NOON, NOON)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void the_opening_balance_and_all_amounts_make_the_closing_balance(
            @ForAll @Size(max = 20) List<@LongRange(min = 1, max = 1_000_000) Long> amounts) {
        var books = new Ledger();
        for (int i = 0; i < amounts.size(); i++) {
            var payout = aPayout(i + 1, Money.ofUnits(amounts.get(i), USDC).decimal());
            books.post(payout);
            switch (i % 3) {
                case 0 -> books.post(payout.transaction().complete(NOON));
                case 1 -> books.post(payout.transaction().decline(NOON));
                default -> {}
            }
        }

        var statement = books.statement(usdcBalance("100.000000", "0"));

        var balance = statement.opening().total();
        for (var line : statement.lines()) {
            balance = balance.plus(line.amount());
            assertThat(line.after().total()).isEqualTo(balance);
        }
        assertThat(statement.closing().total()).isEqualTo(balance);
    }

    /** The account's entries, as the books keep them. */
    private static final class Ledger {

        private final List<Movement> movements = new ArrayList<>();
        private final Map<TransactionId, Transaction> transactions = new HashMap<>();

        Ledger post(Movement movement) {
            movements.add(movement);
            transactions.put(movement.transaction().id(), movement.transaction());
            return this;
        }

        Statement statement(Balance opening) {
            var entries = new ArrayList<Entry>();
            var balance = opening;
            for (var movement : movements) {
                for (var side : movement.postings().stream().flatMap(posting -> posting.sides().stream()).toList()) {
                    if (side.place() instanceof Customer customer) {
                        balance = balance.post(customer.bucket(), side.change(), NOON);
                        entries.add(new Entry(
                                new Entry.Position(movement.transaction().updatedAt(), entries.size() + 1),
                                movement.transaction().id(),
                                side.line(),
                                ACCOUNT,
                                customer.bucket(),
                                side.change(),
                                balance.in(customer.bucket()),
                                movement.transaction().updatedAt()));
                    }
                }
            }
            return Statement.of(PERIOD, opening, entries, transactions::get);
        }
    }

    private static Movement aPayout(long number, String amount) {
        return Transaction.payout(
                new TransactionId(new UUID(0, number)),
                ORGANIZATION,
                ACCOUNT,
                usdc(amount),
                new Details.CryptoPayout(new BeneficiaryId(new UUID(4, 4)), ChainName.ETHEREUM_SEPOLIA, "0xabc", Optional.empty(), Fee.none(USDC)),
                new Memo("Invoice 7", List.of(), Map.of()),
                NOON);
    }

    private static Balance usdcBalance(String available, String locked) {
        return new Balance(ACCOUNT, usdc(available), usdc(locked), NOON);
    }

    private static Money usdc(String amount) {
        return Money.of(amount, USDC);
    }
}
