package dev.corridor.domain.transaction;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.BankMethod;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.fee.Fee;
import dev.corridor.domain.fee.FeeKey;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.organization.NetworkHandle;
import dev.corridor.domain.quote.QuoteId;
import java.time.Instant;
import java.util.Optional;

/** What a transaction of each type knows beyond its amount. Destinations are as they were when the transaction was made. */
public sealed interface Details {

    TransactionType type();

    /**
     * A quote that was executed. The transaction's amount is what was given.
     *
     * @param received what came in for it
     * @param fee the part of the amount that the house kept; may be zero
     */
    record Trade(QuoteId quote, Money received, Money fee) implements Details {

        @Override
        public TransactionType type() {
            return TransactionType.TRADE;
        }
    }

    /** Money that leaves for a beneficiary, and costs a fee on top. */
    sealed interface Payout extends Details {

        BeneficiaryId beneficiary();

        Fee fee();

        /** By which it is priced and controlled. */
        default FeeKey key() {
            var asset = fee().total().asset();
            return switch (this) {
                case CryptoPayout crypto -> FeeKey.cryptoPayout(asset);
                case FiatPayout fiat -> FeeKey.fiatPayout(asset);
            };
        }
    }

    /** @param txHash by which the chain knows it; empty until it is signed */
    record CryptoPayout(BeneficiaryId beneficiary, ChainName chain, String toAddress, Optional<String> txHash, Fee fee) implements Payout {

        @Override
        public TransactionType type() {
            return TransactionType.CRYPTO_PAYOUT;
        }

        /** The address is personal data. */
        @Override
        public String toString() {
            return "CryptoPayout[" + beneficiary + ", " + chain + "]";
        }
    }

    /** Bank texts are empty where the beneficiary has none. */
    record FiatPayout(
            BeneficiaryId beneficiary, BankMethod method, String bankName, String swiftCode, String accountNumber, String iban, Fee fee)
            implements Payout {

        @Override
        public TransactionType type() {
            return TransactionType.FIAT_PAYOUT;
        }

        @Override
        public String toString() {
            return "FiatPayout[" + beneficiary + ", " + method + ", …]";
        }
    }

    /**
     * Money that came in over a blockchain.
     *
     * @param source empty for a deposit of the sandbox, which no chain knows
     */
    record CryptoPayin(Optional<OnChain> source) implements Details {

        /** That no chain knows. */
        public CryptoPayin() {
            this(Optional.empty());
        }

        public CryptoPayin(OnChain source) {
            this(Optional.of(source));
        }

        @Override
        public TransactionType type() {
            return TransactionType.CRYPTO_PAYIN;
        }
    }

    /**
     * A transfer as it is on a chain.
     *
     * @param blockTime by the chain's own clock
     */
    record OnChain(ChainName chain, String txHash, String fromAddress, String toAddress, long blockHeight, Instant blockTime) {

        /** The addresses are personal data. */
        @Override
        public String toString() {
            return "OnChain[" + chain + ", " + txHash + ", " + blockHeight + "]";
        }
    }

    /** Money that came in from a bank. */
    record FiatPayin() implements Details {

        @Override
        public TransactionType type() {
            return TransactionType.FIAT_PAYIN;
        }
    }

    /**
     * Money of a payout that has come back. How much, the transaction's amount says; it may be a part.
     *
     * @param type that of money which comes in the way that the payout went
     * @param evidence by what it is known: a message of the bank, a transaction of the chain
     */
    record PayoutReturn(TransactionId payout, TransactionType type, String evidence) implements Details {}

    /**
     * The correction of another transaction: its postings are those of the other, taken back. Why, its memo says.
     *
     * @param by who has decided it, as the text of a principal; empty if it is from before that was kept
     * @param evidence by what it is known that the other was wrong; empty likewise
     */
    record Adjustment(TransactionId reverses, String by, String evidence) implements Details {

        @Override
        public TransactionType type() {
            return TransactionType.ADJUSTMENT;
        }
    }

    /** One side of money that changes accounts inside the house. Each side is a transaction of its account; between them the money is in clearing. */
    sealed interface Transfer extends Details {}

    /** The side that receives. */
    sealed interface IncomingTransfer extends Transfer {

        /** The transaction of the side that gives. */
        TransactionId debit();
    }

    /** To another account of the same organization. */
    record TransferOut(AccountId to) implements Transfer {

        @Override
        public TransactionType type() {
            return TransactionType.TRANSFER;
        }
    }

    /** From another account of the same organization. */
    record TransferIn(AccountId from, TransactionId debit) implements IncomingTransfer {

        @Override
        public TransactionType type() {
            return TransactionType.TRANSFER;
        }
    }

    /**
     * To another organization, by its handle. REFUNDED if the receiver could not take it.
     *
     * @param target the receiver's handle when the beneficiary was registered
     */
    record NetworkTransferOut(BeneficiaryId beneficiary, NetworkHandle target) implements Transfer {

        @Override
        public TransactionType type() {
            return TransactionType.NXOSNET_TRANSFER;
        }
    }

    /**
     * From another organization. DECLINED if the account could not take it; then nothing has moved here.
     *
     * @param sender the sender's handle at that time
     * @param senderName empty if the sender does not show it
     */
    record NetworkTransferIn(TransactionId debit, NetworkHandle sender, Optional<String> senderName) implements IncomingTransfer {

        @Override
        public TransactionType type() {
            return TransactionType.NXOSNET_TRANSFER;
        }
    }
}
