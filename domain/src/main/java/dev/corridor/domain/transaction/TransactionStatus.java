package dev.corridor.domain.transaction;

/** LOCKED and COMPLETED hold or have moved the money; in the other states it is untouched or returned. */
public enum TransactionStatus {
    EXPECTED,
    LOCKED,
    COMPLETED,
    DECLINED,
    REFUNDED
}
