package dev.corridor.persistence.funding;

import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.transaction.Details;
import dev.corridor.domain.transaction.Details.OnChain;
import dev.corridor.domain.transaction.TransactionType;
import java.time.Instant;
import java.util.List;

/** What a rail says of an arrival, as texts: the details of the transaction that credits it. */
public final class PayinFacts {

    private PayinFacts() {}

    static List<String> of(Details details) {
        return switch (details) {
            case Details.CryptoPayin payin -> payin.source().map(PayinFacts::of).orElse(List.of());
            case Details.FiatPayin payin -> List.of();
            case Details.Trade other -> throw notArrived(other);
            case Details.CryptoPayout other -> throw notArrived(other);
            case Details.FiatPayout other -> throw notArrived(other);
            case Details.PayoutReturn other -> throw notArrived(other);
            case Details.Adjustment other -> throw notArrived(other);
            case Details.Transfer other -> throw notArrived(other);
        };
    }

    private static List<String> of(OnChain source) {
        return List.of(
                source.chain().name(),
                source.txHash(),
                source.fromAddress(),
                source.toAddress(),
                Long.toString(source.blockHeight()),
                source.blockTime().toString());
    }

    /** @param facts empty if nothing is known */
    public static Details.CryptoPayin cryptoPayin(List<String> facts) {
        if (facts.isEmpty()) {
            return new Details.CryptoPayin();
        }
        return new Details.CryptoPayin(new OnChain(
                ChainName.valueOf(facts.get(0)),
                facts.get(1),
                facts.get(2),
                facts.get(3),
                Long.parseLong(facts.get(4)),
                Instant.parse(facts.get(5))));
    }

    static Details details(TransactionType type, List<String> facts) {
        return switch (type) {
            case CRYPTO_PAYIN -> cryptoPayin(facts);
            case FIAT_PAYIN -> new Details.FiatPayin();
            case TRADE, CRYPTO_PAYOUT, FIAT_PAYOUT, ADJUSTMENT, TRANSFER, NXOSNET_TRANSFER, COMMISSION ->
                throw new IllegalStateException("nothing arrives as a " + type);
        };
    }

    private static IllegalArgumentException notArrived(Details details) {
        return new IllegalArgumentException("nothing arrives as a " + details.type());
    }
}
