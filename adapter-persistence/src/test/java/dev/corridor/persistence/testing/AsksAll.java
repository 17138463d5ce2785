package dev.corridor.persistence.testing;

import dev.corridor.persistence.testing.Footprints.Footprint;
import java.util.Arrays;

/** Statements that are about all organizations, by what they contain. While a node of an engine that distributes tables is down, these fail. */
public enum AsksAll {

    WHO_HAS_SOMETHING_DUE("group by organization_id order by min(due_since)"),
    PAYOUTS_WHOSE_WAIT_IS_OVER("select organization_id, transaction_id from payout_holds where due_at <= "),
    PAYOUTS_FOR_THE_OPERATOR_TO_REVIEW("select organization_id, transaction_id from payout_holds where ended_at is null"),
    ENDPOINTS_THAT_ARE_BEHIND("from range join webhook_endpoints"),
    THE_NEXT_TOPIC_THAT_IS_FORGOTTEN("select organization_id, kind from events where part = "),
    WHOSE_ACCOUNT("select organization_id from accounts where account_id = "),
    WHOSE_TRANSACTION("select organization_id from transactions where transaction_id = "),
    WHOSE_ORDER_A_BANK_NAMES("select transaction_id, organization_id, bank from bank_transfers where transaction_id = "),
    ORDERS_IN_A_FILE("from bank_transfers where bank = $1 and file_number = $2"),
    WHOSE_ADDRESS_IS_PAID("from funding_methods where chain = $1 and address = "),
    WHOSE_REFERENCE_IS_PAID("from funding_methods where reference = "),
    ADDRESSES_TO_WATCH("select address from funding_methods where chain = "),
    ACCOUNTS_WITHOUT_AN_ADDRESS("select account_id, organization_id from accounts where account_id >= "),
    ADDRESSES_THAT_ARE_REPLACED("update funding_methods set status = 'INACTIVE' where account_id = any("),
    GAS_OF_A_WALLET("from gas_costs"),
    QUOTES_THAT_NOBODY_USED("quote_id > examined"),
    WHETHER_ALL_IN_A_PARTITION_IS_OLD("_at >= $2)");

    private final String part;

    AsksAll(String part) {
        this.part = part;
    }

    public boolean is(Footprint statement) {
        return statement.text().contains(part);
    }

    /** Whether a statement is one of them. */
    public static boolean isNamed(Footprint statement) {
        return Arrays.stream(values()).anyMatch(named -> named.is(statement));
    }
}
