package dev.corridor.client.model;

public sealed interface TransactionDetails permits
        TransactionTradeDetails,
        TransactionCryptoPayoutDetails,
        TransactionFiatPayoutDetails,
        TransactionCryptoPayinDetails,
        TransactionTransferDetails,
        TransactionNetworkTransferDetails,
        TransactionNetworkReceiptDetails,
        TransactionPayinDetails,
        TransactionReturnDetails,
        TransactionAdjustmentDetails {}
