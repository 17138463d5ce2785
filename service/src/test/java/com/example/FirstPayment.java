package com.example;

import dev.corridor.client.CorridorClient;
import dev.corridor.client.CorridorException;
import dev.corridor.client.api.Beneficiaries;
import dev.corridor.client.api.Quotes;
import dev.corridor.client.api.Sandbox;
import dev.corridor.client.api.Transactions;
import dev.corridor.client.model.Asset;
import dev.corridor.client.model.ChainName;
import dev.corridor.client.model.CreateQuoteRequest;
import dev.corridor.client.model.CryptoBeneficiaryRequest;
import dev.corridor.client.model.CryptoPayoutRequest;
import dev.corridor.client.model.DepositRequest;
import dev.corridor.client.model.ErrorDetails.QuoteAlreadyUsed;
import java.math.BigDecimal;

/** Money arrives, is converted and leaves. */
public final class FirstPayment {

    public static void main(String... arguments) {
        var corridor = CorridorClient.at(System.getenv("CORRIDOR")).key(System.getenv("KEY"));
        var account = System.getenv("ACCOUNT");

        corridor.send(Sandbox.deposit(DepositRequest.of(account, Asset.USD, new BigDecimal("25000.00"))));

        var wanted = CreateQuoteRequest.of(account, Asset.USD, Asset.USDC).fromAmount(new BigDecimal("10000.00"));
        var quote = corridor.send(Quotes.createQuote(wanted));
        var trade = corridor.send(Quotes.executeQuote(quote.quoteId()));
        System.out.println(trade.toAmount() + " " + trade.toAsset());

        try {
            corridor.send(Quotes.executeQuote(quote.quoteId()));
        } catch (CorridorException refusal) {
            if (refusal.details().orElse(null) instanceof QuoteAlreadyUsed used) {
                System.out.println(refusal.code().value() + " at " + used.executedAt());
            }
        }

        var supplier = corridor.send(Beneficiaries.registerCryptoBeneficiary(CryptoBeneficiaryRequest.of(
                account, "Supplier", ChainName.ETHEREUM_SEPOLIA, "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")));
        var payout = corridor.send(Transactions.payOutCrypto(CryptoPayoutRequest.of(
                account, supplier.beneficiaryId(), new BigDecimal("5000.00"), Asset.USDC, ChainName.ETHEREUM_SEPOLIA)));
        System.out.println(payout.status());

        corridor.send(Sandbox.settle(payout.transactionId()));
        System.out.println(corridor.send(Transactions.getTransaction(payout.transactionId())).status());
    }
}
