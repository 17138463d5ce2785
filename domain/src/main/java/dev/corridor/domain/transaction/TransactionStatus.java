package dev.corridor.domain.transaction;

/**
 * LOCKED and COMPLETED hold or have moved the money; in the other states it is untouched or returned. Source: the NXOS contract, section 1,
 * "Transactions". {@link Transaction} says who moves it.
 */
public enum TransactionStatus {
    /** A payout that waits, see {@link Hold}; nothing has moved. */
    EXPECTED,
    /** The amount is set aside, until the bank or the chain has answered. */
    LOCKED,
    /** The money has moved. */
    COMPLETED,
    /** It will not be made: the bank or the chain has refused and the amount is available again, or it has waited in vain. */
    DECLINED,
    /** The money had left, and came back. */
    REFUNDED
}
