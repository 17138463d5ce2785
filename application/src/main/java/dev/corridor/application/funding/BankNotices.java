package dev.corridor.application.funding;

import dev.corridor.application.account.port.Accounts;
import dev.corridor.application.books.Books;
import dev.corridor.application.books.OpenBooks;
import dev.corridor.application.books.Subjects;
import dev.corridor.application.funding.RecordReceipt.Owner;
import dev.corridor.application.funding.RecordReceipt.Owner.Nobody;
import dev.corridor.application.funding.RecordReceipt.Owner.OfAccount;
import dev.corridor.application.funding.port.BankBookings;
import dev.corridor.application.funding.port.BankBookings.Booked;
import dev.corridor.application.funding.port.FundingMethods;
import dev.corridor.application.funding.port.Receipts;
import dev.corridor.application.transaction.port.BankNotice;
import dev.corridor.application.transaction.port.BankNotice.Credit;
import dev.corridor.application.transaction.port.BankOutbox;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.funding.Arrival;
import dev.corridor.domain.funding.CreditorReference;
import dev.corridor.domain.funding.Receipt;
import dev.corridor.domain.funding.Receipt.Credited;
import dev.corridor.domain.funding.ReceiptId;
import dev.corridor.domain.funding.SuspenseReason;
import dev.corridor.domain.funding.Value;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.transaction.BankFile;
import dev.corridor.domain.transaction.BankOrder;
import dev.corridor.domain.transaction.BankTransfer;
import dev.corridor.domain.transaction.Details;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionStatus;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Does what a bank says, once however often it is said, and in whatever order. Money is released only by a certain refusal. */
public final class BankNotices {

    private static final Logger LOG = System.getLogger(BankNotices.class.getName());

    /** The most that an amount of ISO 20022 has. */
    private static final int ISO_DECIMALS = 5;

    private static final Owner NOBODY = new Nobody(SuspenseReason.NO_ACCOUNT);
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** An account's id as payers write it: banks do not carry its underscore. */
    private static final Pattern ACCOUNT = Pattern.compile("acct_?([0-9a-f]{32})", Pattern.CASE_INSENSITIVE);

    private final Books books;
    private final BankOutbox outbox;
    private final RecordReceipt recordReceipt;
    private final Receipts receipts;
    private final Accounts accounts;
    private final FundingMethods methods;
    private final AssetCatalogue assets;
    private final InstantSource clock;

    public BankNotices(Books books, BankOutbox outbox, RecordReceipt recordReceipt, Receipts receipts, Accounts accounts, FundingMethods methods,
            AssetCatalogue assets, InstantSource clock) {
        this.books = books;
        this.outbox = outbox;
        this.recordReceipt = recordReceipt;
        this.receipts = receipts;
        this.accounts = accounts;
        this.methods = methods;
        this.assets = assets;
        this.clock = clock;
    }

    /** False if it names a payout, or a file of payouts, that is not in the books. */
    boolean apply(BankNotice notice, String bank) {
        return switch (notice) {
            case BankNotice.OrderStatus status -> ofOrder(status, bank);
            case BankNotice.FileStatus status -> ofFile(status, bank);
            case BankNotice.Debit debit -> ofPayout(debit.endToEndId(), bank, this::settle);
            case BankNotice.Statement statement -> true;
            case Credit credit -> ofCredit(credit, bank);
        };
    }

    /** What a notice says has been booked. Empty if it speaks of orders only. */
    Optional<Booked> booked(BankNotice notice, String bank) {
        return switch (notice) {
            case BankNotice.OrderStatus status -> Optional.empty();
            case BankNotice.FileStatus status -> Optional.empty();
            case BankNotice.Statement statement -> Optional.of(new BankBookings.Balance(statement));
            case BankNotice.Debit debit -> entry(
                    debit.reference(), debit.currency(), debit.amount(), debit.endToEndId(), Optional.empty(), debit.bookedAt());
            case Credit credit -> entry(
                    credit.reference(),
                    credit.currency(),
                    credit.amount(),
                    credit.endToEndId(),
                    Optional.of(ReceiptId.of(Arrival.railOfBank(bank), credit.reference())),
                    credit.bookedAt());
        };
    }

    /** Empty for nothing, which banks book too. */
    private Optional<Booked> entry(
            String reference, String currency, BigDecimal amount, String endToEndId, Optional<ReceiptId> receipt, Instant bookedAt) {
        return amount.signum() > 0
                ? Optional.of(new BankBookings.Entry(reference, value(currency, amount), BankOrder.payoutOf(endToEndId), receipt, bookedAt))
                : Optional.empty();
    }

    private boolean ofOrder(BankNotice.OrderStatus status, String bank) {
        return ofPayout(status.endToEndId(), bank, transfer -> {
            outbox.acknowledge(transfer, clock.instant());
            switch (status.standing()) {
                case SETTLED -> settle(transfer);
                case REFUSED -> refuse(transfer, status.reason());
                case OPEN -> {}
            }
        });
    }

    /** Does nothing for what others have ordered. False if the payout is not in the books, or another bank's. */
    private boolean ofPayout(String endToEndId, String bank, Consumer<BankTransfer> action) {
        if (BankOrder.payoutOf(endToEndId).isEmpty()) {
            return true;
        }
        var transfer = transferOf(endToEndId, bank);
        transfer.ifPresent(action);
        return transfer.isPresent();
    }

    private Optional<BankTransfer> transferOf(String endToEndId, String bank) {
        return BankOrder.payoutOf(endToEndId).flatMap(outbox::find).filter(transfer -> transfer.bank().equals(bank));
    }

    private boolean ofFile(BankNotice.FileStatus status, String bank) {
        var number = BankFile.numberOf(status.messageId(), bank);
        if (number.isEmpty()) {
            return true;
        }
        var transfers = outbox.inFile(bank, number.get());
        transfers.forEach(transfer -> {
            outbox.acknowledge(transfer, clock.instant());
            switch (status.standing()) {
                case SETTLED -> settle(transfer);
                case REFUSED -> decline(transfer, status.reason());
                case OPEN -> {}
            }
        });
        return !transfers.isEmpty();
    }

    private Transaction settle(BankTransfer transfer) {
        var payout = books.decide(subjects(transfer), open -> open.end(transfer.transaction(), Transaction::complete));
        if (payout.status() == TransactionStatus.DECLINED) {
            LOG.log(Level.ERROR, "The bank {0} has paid {1}, which is DECLINED", transfer.bank(), payout.id());
        }
        return payout;
    }

    /** Of a payout that is completed, a whole file's refusal proves nothing. */
    private Transaction decline(BankTransfer transfer, String reason) {
        LOG.log(Level.WARNING, "The bank {0} refuses {1}: {2}", transfer.bank(), transfer.transaction(), reason);
        return books.decide(subjects(transfer), open -> open.end(transfer.transaction(), Transaction::decline));
    }

    private void refuse(BankTransfer transfer, String reason) {
        var payout = decline(transfer, reason);
        if (payout.status() == TransactionStatus.COMPLETED) {
            var arrival = refusal(transfer, payout.outstanding());
            books.decide(subjects(transfer).with(arrival.receipt()), open -> {
                var current = open.transaction(transfer.transaction());
                return isOut(current, payout.outstanding())
                        && bringBack(open, current, arrival, payout.outstanding(), "Refused by the bank: " + reason);
            });
        }
    }

    private static boolean isOut(Transaction payout, Money amount) {
        return payout.status() == TransactionStatus.COMPLETED
                && payout.amount().asset().equals(amount.asset())
                && !payout.outstanding().isLessThan(amount);
    }

    /** The money of a payout that is refused after it has left. A bank has no such reference for an entry, so the entry is told from it. */
    private Arrival refusal(BankTransfer transfer, Money amount) {
        return new Arrival(
                Arrival.railOfBank(transfer.bank()),
                "refusal of " + transfer.transaction(),
                new Value.Known(amount),
                "",
                "",
                clock.instant(),
                new Details.FiatPayin());
    }

    private boolean ofCredit(Credit credit, String bank) {
        if (credit.amount().signum() > 0) {
            var arrival = arrival(credit, bank);
            var transfer = transferOf(credit.endToEndId(), bank);
            if (transfer.isEmpty()) {
                recordReceipt.record(new RecordReceipt.Command(arrival, ownerNamedIn(credit.remittance())));
            } else if (!isReturnOf(transfer.get(), arrival, credit)) {
                recordReceipt.record(new RecordReceipt.Command(arrival, NOBODY));
            }
        }
        return true;
    }

    /** By its reference or its id. Of two accounts, neither is meant for certain. */
    private Owner ownerNamedIn(String remittance) {
        var byId = ACCOUNT.matcher(BLANKS.matcher(remittance).replaceAll(""))
                .results()
                .map(match -> AccountId.parse("acct_" + match.group(1).toLowerCase(Locale.ROOT)))
                .map(id -> accounts.owner(id).<Owner>map(owner -> new OfAccount(owner, id)).orElse(NOBODY));
        var byReference = CreditorReference.in(remittance).stream()
                .flatMap(reference -> methods.findByReference(reference).stream())
                .<Owner>map(method -> new OfAccount(method.organization(), method.account()));
        var named = Stream.concat(byId, byReference).distinct().toList();
        return named.size() == 1 ? named.getFirst() : NOBODY;
    }

    /**
     * What comes back has left, whether or not the bank has said so before. A refusal has brought it back already, or the payout was declined. False if no
     * more than that is out.
     */
    private boolean isReturnOf(BankTransfer transfer, Arrival arrival, Credit credit) {
        var payout = settle(transfer);
        boolean isDeclined = payout.status() == TransactionStatus.DECLINED;
        if (!isDeclined && arrival.value() instanceof Value.Known known && isReturnOf(transfer, arrival, known.money(), evidence(credit))) {
            return true;
        }
        boolean isOffset = isDeclined || receipts.find(refusal(transfer, payout.amount()).receipt()).isPresent();
        if (isOffset) {
            receipts.keep(new Receipt.Offset(arrival, clock.instant()));
        }
        return isOffset;
    }

    private boolean isReturnOf(BankTransfer transfer, Arrival arrival, Money amount, String evidence) {
        return books.decide(subjects(transfer).with(arrival.receipt()), open -> {
            var payout = open.transaction(transfer.transaction());
            return open.receipt(arrival.receipt()).isPresent()
                    || isOut(payout, amount) && bringBack(open, payout, arrival, amount, evidence);
        });
    }

    private static String evidence(Credit credit) {
        return ("Entry " + credit.reference() + " " + credit.returnReason()).strip();
    }

    private static boolean bringBack(OpenBooks open, Transaction payout, Arrival arrival, Money amount, String evidence) {
        var id = open.newTransactionId();
        var now = open.now();
        var returned = payout.takeBack(id, amount, now);
        open.record(returned);
        open.post(Transaction.payoutReturn(returned, evidence));
        open.record(new Credited(arrival, new Receipt.Credit(payout.organization(), payout.account(), id), now));
        return true;
    }

    private Arrival arrival(Credit credit, String bank) {
        return new Arrival(
                Arrival.railOfBank(bank),
                credit.reference(),
                value(credit.currency(), credit.amount()),
                credit.payer(),
                credit.payee(),
                credit.bookedAt(),
                new Details.FiatPayin());
    }

    /** An amount with more decimals than its currency has is none that an account can hold. */
    private Value value(String currency, BigDecimal amount) {
        var exact = amount.stripTrailingZeros();
        return assets.find(currency)
                .filter(asset -> asset.kind() == Asset.Kind.FIAT && exact.scale() <= asset.decimals())
                .<Value>map(asset -> new Value.Known(Money.of(exact.toPlainString(), asset)))
                .orElseGet(() -> new Value.Foreign(currency, amount.movePointRight(ISO_DECIMALS).toBigInteger()));
    }

    private static Subjects subjects(BankTransfer transfer) {
        return Subjects.transaction(transfer.organization(), transfer.transaction());
    }
}
