package dev.corridor.persistence.cell;

import dev.corridor.domain.organization.OrganizationId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * A table whose rows of an organization move with it.
 *
 * @param leftOut columns that the new cell fills by itself
 * @param restriction which rows move, as a condition; empty if all do
 */
record MovedTable(String name, Set<String> leftOut, String restriction) {

    /** In the order in which they refer to each other. */
    static final List<MovedTable> ALL = List.of(
            whole("organizations"),
            // Noted again at the next use, and once a minute meanwhile.
            without("api_keys", "last_used_at"),
            whole("api_key_secrets"),
            whole("nonces"),
            whole("users"),
            whole("audit_records"),
            whole("letters_of_authorization"),
            whole("network_members"),
            whole("accounts"),
            whole("balances"),
            whole("beneficiaries"),
            whole("quotes"),
            // Their numbers are each cell's own; they arrive in their order.
            without("fee_schedules", "version"),
            without("payout_controls", "version"),
            whole("transactions"),
            whole("postings"),
            whole("payout_holds"),
            whole("payout_tallies"),
            whole("payout_give_backs"),
            whole("payout_batches"),
            whole("payout_batch_items"),
            whole("proposals"),
            whole("chain_transfers"),
            whole("chain_attempts"),
            whole("bank_transfers"),
            // Those that are derived from a key of the cell's rails stay, and the new cell gives others.
            new MovedTable("funding_methods", Set.of(), "deposit_key is null"),
            without("idempotency_records", "part"),
            without("events", "part"),
            whole("forgotten_events"),
            whole("webhook_endpoints"),
            without("webhook_lanes", "lease", "leased_until"),
            whole("webhook_messages"),
            whole("webhook_deliveries"),
            whole("webhook_attempts"));

    /** All others, and why they stay. */
    static final Map<String, String> STAYING = Map.ofEntries(
            Map.entry("sessions", "people log in again"),
            Map.entry("requests", "the journal of the nodes that answered"),
            Map.entry("connections", "WebSockets of the nodes of a cell"),
            Map.entry("tickets", "good for seconds"),
            Map.entry("allowances", "limits begin anew"),
            Map.entry("event_milestones", "readers make others"),
            Map.entry("receipts", "what has arrived at the rails of the house"),
            Map.entry("gas_costs", "what the house has paid from a wallet of the cell"),
            Map.entry("network_transfers", "an organization that has any does not move"),
            Map.entry("redeemed_share_tokens", "each works once, where it was redeemed"),
            Map.entry("closed_balances", "of months that the cell has closed"),
            Map.entry("closed_house_balances", "of months that the cell has closed"),
            Map.entry("closed_until", "of months that the cell has closed"),
            Map.entry("closings", "of months that the cell has closed"),
            Map.entry("residences", "of the cell"),
            Map.entry("chain_wallets", "the house's"),
            Map.entry("deposit_keys", "the house's"),
            Map.entry("deposit_cursors", "the house's"),
            Map.entry("bank_files", "the house's"),
            Map.entry("bank_files_taken", "the house's"),
            Map.entry("bank_entries", "the house's"),
            Map.entry("bank_statements", "the house's"),
            Map.entry("rail_checkpoints", "the house's"),
            Map.entry("reconciliations", "the house's"),
            Map.entry("accepted_differences", "the house's"),
            Map.entry("ticks", "market data of the cell"),
            Map.entry("kept_ticks", "market data of the cell"),
            Map.entry("candles", "market data of the cell"),
            Map.entry("operators", "of the cell"),
            Map.entry("operator_sessions", "of the cell"),
            Map.entry("maintenance", "of the cell"),
            Map.entry("event_numbering", "of the cell; events are numbered anew"),
            Map.entry("parts", "of the cell"),
            Map.entry("unused_quotes", "of the cell"),
            Map.entry("flyway_schema_history", "of the schema"));

    private static final String COLUMNS = """
            select column_name
            from information_schema.columns
            where table_schema = 'public' and table_name = :table
            order by ordinal_position
            """;

    private static final String KEY = """
            select attname
            from pg_index
            cross join lateral unnest(indkey) with ordinality as part (number, place)
            join pg_attribute on attrelid = indrelid and attnum = part.number
            where indrelid = to_regclass('public.' || :table) and indisprimary
            order by place
            """;

    private static MovedTable whole(String name) {
        return without(name);
    }

    private static MovedTable without(String name, String... leftOut) {
        return new MovedTable(name, Set.of(leftOut), "");
    }

    String columns(Handle handle) {
        return names(COLUMNS, handle).stream().filter(Predicate.not(leftOut::contains)).collect(Collectors.joining(","));
    }

    /** In the order of the primary key, so that the same rows are the same text. */
    String copyOut(OrganizationId organization, Handle handle) {
        return "copy (select %s from %s where organization_id = '%s'%s order by %s) to stdout".formatted(
                columns(handle),
                name,
                organization.uuid(),
                restriction.isEmpty() ? "" : " and " + restriction,
                String.join(", ", names(KEY, handle)));
    }

    private List<String> names(String query, Handle handle) {
        return handle.createQuery(query).bind("table", name).mapTo(String.class).list();
    }
}
