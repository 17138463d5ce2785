package dev.corridor.domain.transaction;

/**
 * LOCKED and COMPLETED hold or have moved the money; in the other states it is untouched or returned. EXPECTED and REFUNDED are the contract's,
 * and no transaction is in them yet. Source: the NXOS contract, section 1, "Transactions". {@link Transaction} says who moves it.
 */
public enum TransactionStatus {
    /** Announced; nothing has moved. */
    EXPECTED,
    /** The amount is set aside, until the bank or the chain has answered. */
    LOCKED,
    /** The money has moved. */
    COMPLETED,
    /** The bank or the chain has refused: the amount is available again. */
    DECLINED,
    /** The money had left, and came back. */
    REFUNDED
}
