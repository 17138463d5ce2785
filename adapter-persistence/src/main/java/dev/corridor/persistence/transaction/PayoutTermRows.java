package dev.corridor.persistence.transaction;

import static dev.corridor.persistence.ColumnTypes.instant;
import static dev.corridor.persistence.ColumnTypes.money;
import static dev.corridor.persistence.ColumnTypes.uuid;

import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.fee.FeeKey;
import dev.corridor.domain.fee.FeeKey.Service;
import dev.corridor.domain.fee.FeeSchedule;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.transaction.PayoutControls;
import dev.corridor.domain.transaction.PayoutTally;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.persistence.ArrayType;
import dev.corridor.persistence.BulkInsert;
import dev.corridor.persistence.BulkUpdate;
import dev.corridor.persistence.Organizations;
import dev.corridor.persistence.Statement;
import dev.corridor.persistence.Statements;
import dev.corridor.persistence.fee.FeeScheduleRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.StatementContext;

/** The terms of payouts, as a batch reads them in one statement: what they cost, what they must obey, and what was counted of their day. */
public final class PayoutTermRows {

    /** @param beneficiary whom the payout is for; empty if nothing is to be counted */
    public record Asked(OrganizationId organization, FeeKey key, Optional<BeneficiaryId> beneficiary) {}

    /** @param tallies of the day, as far as something was counted before */
    public record Terms(OrganizationId organization, FeeKey key, FeeSchedule fee, PayoutControls controls, List<PayoutTally> tallies) {}

    private static final UUID ALL = new UUID(0, 0);

    /**
     * Where a day is limited, or was, the rows of its tallies are made if they are not there, and locked in one order. Writing nothing to a row locks it and
     * answers what the last transaction has committed, which a statement that waits for a lock would not see otherwise. For all others nothing is written
     * or locked.
     */
    public static final Statement FIND = Statement.of(
            """
            with terms as materialized (
                select asked.*, coalesce(own_fee.fixed, general_fee.fixed) as fixed, coalesce(own_fee.bps, general_fee.bps) as bps,
                    controls.*,
                    num_nonnulls(controls.most_per_day, controls.most_per_beneficiary) > 0 or exists (
                        select from payout_tallies
                        where (organization_id, service, asset, beneficiary_id) = (asked.organization_id, asked.service, asked.asset, '%1$s')
                            and organization_id = any(?))
                    as is_counted
                from unnest(?, ?, ?, ?) as asked (organization_id, service, asset, to_beneficiary)
                %2$s
                left join lateral (
                    select follows_default, approval_above, most_per_payout, most_per_day, most_per_beneficiary, cooling_off_seconds
                    from payout_controls
                    where organization_id = asked.organization_id and service = asked.service and asset = asked.asset
                    order by version desc
                    limit 1
                ) as own on true
                left join lateral (
                    select own.approval_above, own.most_per_payout, own.most_per_day, own.most_per_beneficiary, own.cooling_off_seconds
                    where not own.follows_default
                    union all (
                    select approval_above, most_per_payout, most_per_day, most_per_beneficiary, cooling_off_seconds
                    from payout_controls
                    where own.follows_default is not false and organization_id is null and service = asked.service and asset = asked.asset
                    order by version desc
                    limit 1)
                ) as controls on true
            ), tally as (
                insert into payout_tallies (organization_id, service, asset, beneficiary_id, since, day, counted)
                select distinct organization_id, service, asset, counted_for, timestamptz 'infinity', date 'epoch', 0
                from terms
                cross join lateral (values ('%1$s'::uuid), (to_beneficiary)) as key (counted_for)
                where is_counted and counted_for is not null
                order by organization_id, service, asset, counted_for
                on conflict (organization_id, service, asset, beneficiary_id) do update set counted = payout_tallies.counted
                returning organization_id, service, asset, beneficiary_id, since, day, counted,
                    case when since < 'infinity' then (
                        select coalesce(sum(amount), 0)
                        from payout_give_backs as back
                        where (back.organization_id, back.service, back.asset, back.day)
                                = (payout_tallies.organization_id, payout_tallies.service, payout_tallies.asset, payout_tallies.day)
                            and back.organization_id = any(?) and payout_tallies.beneficiary_id in ('%1$s', back.beneficiary_id))
                    end as given_back
            )
            select terms.*, of_all.since as all_since, of_all.day as all_day, of_all.counted as all_counted, of_all.given_back as all_given_back,
                of_one.since as one_since, of_one.day as one_day, of_one.counted as one_counted, of_one.given_back as one_given_back
            from terms
            left join tally as of_all
                on (of_all.organization_id, of_all.service, of_all.asset, of_all.beneficiary_id)
                    = (terms.organization_id, terms.service, terms.asset, '%1$s') and of_all.given_back is not null
            left join tally as of_one
                on (of_one.organization_id, of_one.service, of_one.asset, of_one.beneficiary_id)
                    = (terms.organization_id, terms.service, terms.asset, terms.to_beneficiary) and of_one.given_back is not null
            """.formatted(ALL, FeeScheduleRows.SCHEDULES),
            ArrayType.UUIDS,
            ArrayType.UUIDS,
            ArrayType.TEXTS,
            ArrayType.TEXTS,
            ArrayType.UUIDS,
            ArrayType.UUIDS);

    private static final BulkInsert<PayoutTally> COUNTING = BulkInsert.<PayoutTally>into("payout_tallies")
            .uuid("organization_id", tally -> tally.key().organization().uuid())
            .text("service", tally -> tally.key().of().service().name())
            .text("asset", tally -> tally.key().of().asset().code())
            .uuid("beneficiary_id", tally -> tally.key().beneficiary().map(BeneficiaryId::uuid).orElse(ALL))
            .timestamp("since", PayoutTally::since)
            .date("day", PayoutTally::day)
            .bigint("counted", tally -> tally.counted().units())
            .onConflict(
                    "organization_id, service, asset, beneficiary_id",
                    "do update set since = excluded.since, day = excluded.day, counted = excluded.counted");

    public static final Statement COUNT = COUNTING.statement();

    private static final BulkUpdate<Transaction> GIVING_BACK = BulkUpdate.<Transaction>with("payout_give_backs_record")
            .uuid(payout -> payout.id().uuid())
            .uuid(payout -> payout.organization().uuid())
            .text(payout -> keyOf(payout).of().service().name())
            .text(payout -> keyOf(payout).of().asset().code())
            .uuid(payout -> keyOf(payout).beneficiary().orElseThrow().uuid())
            .timestamp(payout -> payout.lockedAt().orElseThrow())
            .bigint(payout -> payout.amount().units())
            .build(Transaction::organization, """
                    insert into payout_give_backs (transaction_id, organization_id, service, asset, beneficiary_id, day, amount)
                    select transaction_id, organization_id, service, asset, declined.beneficiary_id, day, amount
                    from unnest(?) as declined
                    join payout_tallies as tally using (organization_id, service, asset)
                    where tally.organization_id = any(?) and tally.beneficiary_id = '%s' and since <= locked_at and day = (locked_at at time zone 'UTC')::date
                    """.formatted(ALL));

    public static final Statement GIVE_BACK = GIVING_BACK.statement();

    private final AssetCatalogue assets;

    public PayoutTermRows(AssetCatalogue assets) {
        this.assets = assets;
    }

    public void find(List<Asked> asked, Consumer<Terms> found, Statements statements) {
        if (asked.isEmpty()) {
            return;
        }
        var organizations = Organizations.of(asked, Asked::organization);
        statements.query(
                FIND,
                this::terms,
                found,
                organizations,
                ArrayType.UUIDS.of(asked, each -> each.organization().uuid()),
                ArrayType.TEXTS.of(asked, each -> each.key().service().name()),
                ArrayType.TEXTS.of(asked, each -> each.key().asset().code()),
                ArrayType.UUIDS.of(asked, each -> each.beneficiary().map(BeneficiaryId::uuid).orElse(null)),
                organizations);
    }

    public static void count(List<PayoutTally> tallies, Statements statements) {
        COUNTING.record(tallies, statements);
    }

    /** @param declined payouts whose money was set aside */
    public static void giveBack(List<Transaction> declined, Statements statements) {
        GIVING_BACK.record(declined, statements);
    }

    /** Of the beneficiary. */
    private static PayoutTally.Key keyOf(Transaction payout) {
        return PayoutTally.keysOf(payout).getLast();
    }

    private Terms terms(ResultSet row, StatementContext context) throws SQLException {
        var organization = new OrganizationId(uuid(row, "organization_id"));
        var asset = assets.get(row.getString("asset"));
        var key = new FeeKey(Service.valueOf(row.getString("service")), asset);
        var fee = row.getObject("fixed") == null
                ? FeeSchedule.free(asset)
                : new FeeSchedule(money(row, "fixed", "asset", assets), row.getInt("bps"));
        var ofAll = PayoutTally.Key.of(organization, key);
        var to = uuid(row, "to_beneficiary");
        var one = to == null ? Optional.<PayoutTally>empty() : tally(row, "one", ofAll.to(new BeneficiaryId(to)));
        var tallies = Stream.concat(tally(row, "all", ofAll).stream(), one.stream()).toList();
        return new Terms(organization, key, fee, PayoutControlRows.controls(row, asset), tallies);
    }

    private static Optional<PayoutTally> tally(ResultSet row, String of, PayoutTally.Key key) throws SQLException {
        var day = row.getObject(of + "_day", LocalDate.class);
        if (day == null) {
            return Optional.empty();
        }
        var asset = key.of().asset();
        return Optional.of(new PayoutTally(
                key,
                instant(row, of + "_since"),
                day,
                Money.ofUnits(row.getLong(of + "_counted"), asset),
                Money.ofUnits(row.getLong(of + "_given_back"), asset)));
    }
}
