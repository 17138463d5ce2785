package dev.corridor.domain.transaction;

/** Every type that the contract knows; nothing makes the last one. Source: the NXOS contract, section 1, "Transactions". */
public enum TransactionType {
    TRADE,
    CRYPTO_PAYOUT,
    FIAT_PAYOUT,
    CRYPTO_PAYIN,
    FIAT_PAYIN,
    ADJUSTMENT,
    TRANSFER,
    NXOSNET_TRANSFER,
    COMMISSION
}
