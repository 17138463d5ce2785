package dev.corridor.persistence.distribution;

import static dev.corridor.persistence.distribution.Table.global;
import static dev.corridor.persistence.distribution.Table.local;
import static dev.corridor.persistence.distribution.Table.tenant;

import java.util.List;
import java.util.stream.Stream;

/** Every table of the schema and its place. A partition is where its table is. */
public final class Tables {

    /** By which tenant tables are distributed. */
    public static final String KEY = "organization_id";

    /** In the order in which they are distributed: what is referred to comes before what refers to it. */
    public static final List<Table> ALL = List.of(
            global("organizations", "A batch reads what its callers may do, behind its locks."),
            global("letters_of_authorization", "Both sides read a letter, and a batch does behind its locks."),
            global("fee_schedules", "A batch reads the price of a payout; the default belongs to no organization."),
            global("payout_controls", "A batch reads what a payout must obey; the default belongs to no organization."),
            global("receipts", "What has arrived belongs to nobody until it is credited. A transaction is read with what its rail has said."),
            global("closed_until", "A batch reads it for its time."),
            global("event_numbering", "A batch reads it for the numbers of its events."),
            global("parts", "A batch reads which partition takes in."),
            global("residences", "A batch reads which of its organizations live in another cell, behind its locks."),

            tenant("accounts"),
            tenant("balances"),
            tenant("beneficiaries"),
            tenant("quotes"),
            tenant("transactions"),
            tenant("postings"),
            tenant("closed_balances"),
            tenant("chain_transfers"),
            tenant("chain_attempts"),
            tenant("gas_costs"),
            tenant("bank_transfers"),
            tenant("network_transfers"),
            tenant("payout_holds"),
            tenant("payout_tallies"),
            tenant("payout_give_backs"),
            tenant("payout_batches"),
            tenant("payout_batch_items"),
            tenant("funding_methods"),
            tenant("proposals"),
            tenant("idempotency_records"),
            tenant("audit_records"),
            tenant("requests"),
            tenant("events"),
            tenant("forgotten_events"),
            tenant("event_milestones"),
            tenant("webhook_endpoints"),
            tenant("webhook_lanes"),
            tenant("webhook_messages"),
            tenant("webhook_deliveries"),
            tenant("webhook_attempts"),
            tenant("nonces"),

            local("api_keys", "A key is found by its id before its organization is known."),
            local("api_key_secrets", "A secret leads to its key before the organization is known."),
            local("users", "An e-mail address leads to its user before the organization is known, and is unique among all."),
            local("sessions", "A token leads to its session before the organization is known."),
            local("tickets", "A ticket leads to its organization."),
            local("connections", "Connections are counted by their holder, under a lock of the database, and renewed by their node."),
            local("network_members", "A handle leads to its organization, and is unique among all."),
            local("redeemed_share_tokens", "A token works once, whichever organization presents it."),
            local("chain_wallets", "The wallets are the house's. Their row is the lock under which all organizations' transfers get nonces."),
            local("deposit_keys", "The keys are the house's. Their row is the lock under which all organizations get addresses."),
            local("deposit_cursors", "Chains are read for all organizations."),
            local("bank_files", "A file has orders of all organizations."),
            local("bank_files_taken", "A bank's file is about all organizations."),
            local("bank_entries", "The account at a bank is the house's."),
            local("bank_statements", "The account at a bank is the house's."),
            local("rail_checkpoints", "Rails are compared for all organizations."),
            local("reconciliations", "Rails are compared for all organizations."),
            local("accepted_differences", "Rails are compared for all organizations."),
            local("closings", "A month is closed for all organizations."),
            local("closed_house_balances", "The accounts of the house belong to no organization."),
            local("unused_quotes", "How far quotes were examined, whosever they are."),
            local("ticks", "Market data belongs to no organization."),
            local("kept_ticks", "Market data belongs to no organization."),
            local("candles", "Market data belongs to no organization."),
            local("allowances", "Limits are counted for addresses and keys, some without an organization."),
            local("operators", "Operators belong to no organization."),
            local("operator_sessions", "Operators belong to no organization."),
            local("maintenance", "Maintenance is announced to all organizations."),
            local("flyway_schema_history", "The migrations."));

    private Tables() {}

    public static Stream<Table> in(Place place) {
        return ALL.stream().filter(table -> table.place() == place);
    }
}
