package dev.corridor.persistence.transaction;

import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aCryptoBeneficiaryOf;
import static dev.corridor.testing.Fixtures.aDepositTo;
import static dev.corridor.testing.Fixtures.aReferenceOf;
import static dev.corridor.testing.Fixtures.eur;
import static dev.corridor.testing.Fixtures.usdc;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.PageRequest;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.fee.Fee;
import dev.corridor.domain.id.TimeOrderedUuid;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.reference.Reference.Kind;
import dev.corridor.domain.transaction.Details;
import dev.corridor.domain.transaction.Memo;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionFilter;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.domain.transaction.TransactionStatus;
import dev.corridor.domain.transaction.TransactionType;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.Pipeline;
import dev.corridor.persistence.testing.ExplainedWay;
import dev.corridor.persistence.testing.PostgresStore;
import dev.corridor.persistence.testing.TestDatabase;
import dev.corridor.testing.Store;
import dev.corridor.testing.StoreContract;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In a long history, each filter of the list that selects finely is answered from an index of its own. */
class TransactionPlansTest extends StoreContract {

    private static final int HISTORY = 20_000;
    private static final int BENEFICIARIES = 200;

    /** The only payout that waits, among the oldest. */
    private static final int LOCKED = 11;

    /** The only one that has ended so, and the only one of an asset that has never moved: it was declined before anything was set aside. */
    private static final int DECLINED = 12;

    private static final Duration STEP = Duration.ofMinutes(1);

    /** A walk through the whole history costs more than ten times as much. */
    private static final double TOO_MUCH = 2000;

    private static final Pattern COST = Pattern.compile("\"Total Cost\": ([0-9.]+)");

    private final TestDatabase database = TestDatabase.create();
    private final PostgresStore node = PostgresStore.on(database.dataSource());
    private final List<Beneficiary> beneficiaries = new ArrayList<>();

    @Override
    protected Store store() {
        return node;
    }

    @BeforeEach
    void fill() {
        for (int i = 0; i < BENEFICIARIES; i++) {
            beneficiaries.add(stored(aCryptoBeneficiaryOf(account)));
        }
        var history = new ArrayList<Transaction>();
        for (int i = 0; i < HISTORY; i++) {
            history.add(aPayout(i));
        }
        var pipeline = new Pipeline();
        TransactionRows.record(history, pipeline);
        Database.on(database.dataSource()).useHandle(pipeline::run);
        Jdbi.create(database.superuser()).useHandle(handle -> handle.execute("analyze transactions"));
    }

    @AfterEach
    void close() {
        node.close();
        database.close();
    }

    private Transaction aPayout(int number) {
        var at = NOON.plus(STEP.multipliedBy(number));
        var reference = Optional.of(aReferenceOf(organization, Kind.TRANSACTION, "Order " + number));
        return new Transaction(
                new TransactionId(TimeOrderedUuid.of(at, number)),
                organization.id(),
                account.id(),
                statusOf(number),
                number == DECLINED ? Money.of("1.000000", Asset.USDT) : usdc("1.000000"),
                new Details.CryptoPayout(
                        beneficiaries.get(number % BENEFICIARIES).id(), ChainName.ETHEREUM_SEPOLIA, "0x5aAe", Optional.empty(), Fee.none(Asset.USDC)),
                new Memo(reference, "", List.of(), Map.of("order", Integer.toString(number), "shop", "7")),
                at,
                at,
                Optional.empty());
    }

    private static TransactionStatus statusOf(int number) {
        return switch (number) {
            case LOCKED -> TransactionStatus.LOCKED;
            case DECLINED -> TransactionStatus.DECLINED;
            default -> TransactionStatus.COMPLETED;
        };
    }

    @Test
    void by_reference() {
        assertThat(planOf(where(Optional.empty(), Optional.of("Order 7"), Map.of()))).contains("\"transactions_by_reference\"");
    }

    @Test
    void by_beneficiary() {
        assertThat(planOf(where(Optional.of(beneficiaries.getFirst()), Optional.empty(), Map.of())))
                .contains("\"transactions_of_beneficiary_newest_first\"");
    }

    @Test
    void by_a_rare_member_of_the_metadata() {
        assertThat(planOf(where(Optional.empty(), Optional.empty(), Map.of("order", "7")))).contains("\"transactions_by_metadata\"");
    }

    @Test
    void by_a_common_member_of_the_metadata() {
        assertThat(planOf(where(Optional.empty(), Optional.empty(), Map.of("shop", "7")))).doesNotContain("\"transactions_by_metadata\"");
    }

    @Test
    void by_what_is_locked() {
        var locked = TransactionFilter.of(
                Optional.empty(), Set.of(), Set.of(TransactionStatus.LOCKED), Optional.empty(), Optional.of(NOON.plus(STEP.multipliedBy(HISTORY))));

        assertThat(planOf(locked)).contains("\"transactions_locked\"");
    }

    @Test
    void by_a_status_that_is_rare() {
        assertThat(planOf(with(Set.of(), Set.of(TransactionStatus.DECLINED)))).contains("\"transactions_ended_otherwise\"");
    }

    @Test
    void by_several_statuses_that_are_rare() {
        assertThat(planOf(with(Set.of(), Set.of(TransactionStatus.DECLINED, TransactionStatus.LOCKED))))
                .contains("\"transactions_ended_otherwise\"", "\"transactions_locked\"");
    }

    @Test
    void by_a_type_that_is_rare() {
        posted(aDepositTo(account, eur("7.00")));

        assertThat(planOf(with(Set.of(TransactionType.FIAT_PAYIN), Set.of()))).contains("\"transactions_by_type\"");
    }

    @Test
    void by_an_asset_that_is_rare() {
        posted(aDepositTo(account, eur("7.00")));

        assertThat(planOf(in(Asset.EUR))).contains("transaction_id = ANY");
    }

    @Test
    void by_an_asset_that_has_never_moved() {
        assertThat(planOf(in(Asset.USDT))).contains("\"transactions_ended_otherwise\"");
    }

    private static TransactionFilter with(Set<TransactionType> types, Set<TransactionStatus> statuses) {
        return TransactionFilter.of(Optional.empty(), types, statuses, Optional.empty(), Optional.empty());
    }

    private static TransactionFilter in(Asset asset) {
        return new TransactionFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Set.of(),
                Map.of(),
                Optional.of(TransactionFilter.Amounts.of(asset)),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void by_time_at_either_end_of_the_history() {
        var end = NOON.plus(STEP.multipliedBy(HISTORY));

        assertThat(planOf(between(end.minus(STEP), end))).contains("transaction_id >= ");
        assertThat(planOf(between(NOON, NOON.plus(STEP)))).contains("transaction_id >= ");
    }

    private TransactionFilter where(Optional<Beneficiary> beneficiary, Optional<String> reference, Map<String, String> metadata) {
        return new TransactionFilter(
                Optional.empty(),
                beneficiary.map(Beneficiary::id),
                reference.map(text -> aReferenceOf(organization, Kind.TRANSACTION, text)),
                Set.of(),
                Set.of(),
                metadata,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static TransactionFilter between(Instant from, Instant until) {
        return TransactionFilter.of(Optional.empty(), Set.of(), Set.of(), Optional.of(from), Optional.of(until));
    }

    /** The plan of a page that has something. */
    private String planOf(TransactionFilter filter) {
        try (var way = new ExplainedWay(database)) {
            var transactions = new PostgresTransactions(way.dataSource(), AssetCatalogue.STANDARD);

            assertThat(transactions.page(organization.id(), filter, PageRequest.first()).items()).isNotEmpty();

            var plan = way.plans().stream().filter(each -> each.contains("from transactions")).findFirst().orElseThrow();
            assertThat(plan).doesNotContain("\"Seq Scan\"").satisfies(it -> assertThat(costOf(it)).isLessThan(TOO_MUCH));
            return plan;
        }
    }

    /** Of the whole, which comes first. */
    private static double costOf(String plan) {
        return COST.matcher(plan).results().mapToDouble(cost -> Double.parseDouble(cost.group(1))).findFirst().orElseThrow();
    }
}
