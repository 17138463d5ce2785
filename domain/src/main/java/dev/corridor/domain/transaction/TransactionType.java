package dev.corridor.domain.transaction;

/** Source: the NXOS contract, section 1, "Transactions". */
public enum TransactionType {
    TRADE,
    CRYPTO_PAYOUT,
    FIAT_PAYOUT,
    CRYPTO_PAYIN,
    FIAT_PAYIN,
    ADJUSTMENT
}
