package dev.corridor.domain.transaction;

/** LOCKED and COMPLETED hold the money; the others do not touch it or have given it back. */
public enum TransactionStatus {
    EXPECTED,
    LOCKED,
    COMPLETED,
    DECLINED,
    REFUNDED
}
