package dev.corridor.portal.transaction;

import dev.corridor.application.transaction.GetTimeline;
import dev.corridor.application.transaction.GetTimeline.Sending;
import dev.corridor.domain.fee.Fee;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.transaction.Details;
import dev.corridor.domain.transaction.Entry;
import dev.corridor.domain.transaction.Hold;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionStatus;
import dev.corridor.portal.page.Written;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One payment in words: whether money moved, what can be done now, and what happened when.
 *
 * @param moved the answer to the question that people ask first
 * @param next what can be done now
 * @param facts what it knows beside its amount and state, by their titles
 */
record Story(Transaction payment, String moved, String next, Map<String, String> facts, List<Step> steps, List<Entry> entries) {

    /** The lines of the first step of a payout or a transfer; those after it end it. */
    private static final int LINES_OF_THE_FIRST_STEP = 2;

    /**
     * @param at empty if the payment does not know
     * @param link to another payment, by its id
     */
    record Step(Optional<Instant> at, String title, String text, Optional<String> link) {

        Step(Instant at, String title, String text) {
            this(Optional.of(at), title, text, Optional.empty());
        }
    }

    static Story of(GetTimeline.Result timeline) {
        var payment = timeline.transaction();
        return new Story(
                payment, moved(payment), next(payment, timeline.sending()), facts(payment), steps(timeline), timeline.entries());
    }

    private static String moved(Transaction payment) {
        var amount = written(payment.amount());
        return switch (payment.details()) {
            case Details.Trade trade when payment.reversedBy().isPresent() -> "It did, and all of it has moved back: the trade was reversed.";
            case Details.Trade trade -> "Yes. " + amount + " left the account, and " + written(trade.received()) + " arrived in the same moment.";
            case Details.CryptoPayin payin -> "Yes. " + amount + " arrived.";
            case Details.FiatPayin payin -> "Yes. " + amount + " arrived.";
            case Details.PayoutReturn back -> "Yes. " + amount + " of a payout came back.";
            case Details.Adjustment adjustment -> "Yes. What another transaction had moved was moved back.";
            case Details.TransferOut out -> "Yes. " + amount + " went to another account of yours in the same moment.";
            case Details.TransferIn in -> "Yes. " + amount + " came from another account of yours in the same moment.";
            case Details.NetworkTransferOut out -> payment.status() == TransactionStatus.REFUNDED
                    ? "It did, and all of it came back: " + out.target() + " could not take it, and " + amount + " are available again."
                    : "Yes. " + amount + " left the account for " + out.target() + ".";
            case Details.NetworkTransferIn in -> payment.status() == TransactionStatus.DECLINED
                    ? "No. The account could not take " + amount + ", and it went back to " + in.sender() + "."
                    : "Yes. " + amount + " arrived from " + in.sender() + ".";
            case Details.Payout payout -> movedByPayout(payment, withFee(amount, payout.fee()));
        };
    }

    private static String withFee(String amount, Fee fee) {
        return fee.total().isZero() ? amount : amount + " and a fee of " + written(fee.total());
    }

    private static String movedByPayout(Transaction payment, String amount) {
        return switch (payment.status()) {
            case EXPECTED -> "No. It waits: nothing has moved, and nothing is set aside.";
            case LOCKED -> "Not out of the account yet. " + amount + " are set aside: they cannot be spent, and are not gone.";
            case COMPLETED -> payment.returns().isEmpty()
                    ? "Yes. " + amount + " left the account."
                    : "Yes. " + amount + " left the account, of which " + written(payment.amount().minus(payment.outstanding())) + " came back.";
            case DECLINED -> payment.lockedAt().isEmpty()
                    ? payment.hold().flatMap(Hold::declinedFor).filter(Hold.Reason.REJECTED::equals).isPresent()
                            ? "No. It was not approved, and nothing was ever set aside."
                            : "No. It has waited in vain, and nothing was ever set aside."
                    : "No. " + amount + " were set aside, and are available again.";
            case REFUNDED -> "It did, and all of it came back: " + amount + " are available again.";
        };
    }

    private static String next(Transaction payment, Optional<Sending> sending) {
        if (!isPayout(payment)) {
            return "Nothing needs to be done. It is final.";
        }
        return switch (payment.status()) {
            case EXPECTED -> payment.hold().map(Story::next).orElseThrow();
            case LOCKED -> "Wait, and do not pay again: the bank or the chain decides it, and time alone never does.";
            case COMPLETED -> "Nothing needs to be done. If the recipient misses it, give them the details on this page.";
            case DECLINED -> payment.lockedAt().isEmpty()
                    ? "If it is still wanted, make a new payout. Paying again is safe: this one is final."
                    : sending.filter(Sending::isWithdrawn).isPresent()
                            ? "Nothing was sent: an obstacle was found first, such as a chain that cannot be reached. Paying again is safe."
                            : "Check the recipient's details, then make a new payout. Paying again is safe: this one is final.";
            case REFUNDED -> "Check the recipient's details before you pay again.";
        };
    }

    private static String next(Hold hold) {
        var end = ", until " + Written.moment(hold.expiresAt()) + " UTC. After that it is declined.";
        if (hold.waitsNowFor(Hold.Gate.APPROVAL)) {
            return "Another person than the one who has made it approves or rejects it" + end;
        }
        return hold.waitsNowFor(Hold.Gate.REVIEW)
                ? "The operator looks at it, because the screening of payouts asks for it" + end
                : hold.executeAt()
                        .map(at -> "Nothing needs to be done. It is made at " + Written.moment(at) + " UTC.")
                        .orElse("Nothing needs to be done. Its money is set aside in a moment.");
    }

    private static boolean isPayout(Transaction payment) {
        return payment.details() instanceof Details.Payout;
    }

    private static Map<String, String> facts(Transaction payment) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("Payment", payment.id().toString());
        facts.put("Account", payment.account().toString());
        payment.memo().reference().ifPresent(reference -> facts.put("Reference", reference.text()));
        put(facts, "Description", payment.memo().description());
        payment.hold().ifPresent(hold -> {
            facts.put("Asked for by", hold.maker());
            hold.decidedBy().ifPresent(by -> facts.put("Decided by", by));
        });
        put(facts, "Tags", String.join(", ", payment.memo().tags()));
        payment.memo().metadata().forEach((name, value) -> facts.put("Metadata: " + name, value));
        switch (payment.details()) {
            case Details.Trade trade -> {
                facts.put("Quote", trade.quote().toString());
                facts.put("Received", written(trade.received()));
                facts.put("Fee", written(trade.fee()));
            }
            case Details.CryptoPayout payout -> {
                facts.put("Beneficiary", payout.beneficiary().toString());
                facts.put("Fee", written(payout.fee().total()));
                facts.put("Chain", payout.chain().displayName());
                facts.put("Address", payout.toAddress());
                facts.put("Transaction hash", payout.txHash().orElse("None yet"));
            }
            case Details.FiatPayout payout -> {
                facts.put("Beneficiary", payout.beneficiary().toString());
                facts.put("Fee", written(payout.fee().total()));
                facts.put("Method", payout.method().name());
                put(facts, "Bank", payout.bankName());
                put(facts, "IBAN", payout.iban());
                put(facts, "Account number", payout.accountNumber());
                put(facts, "SWIFT code", payout.swiftCode());
            }
            case Details.PayoutReturn back -> {
                facts.put("Payout that came back", back.payout().toString());
                put(facts, "Evidence", back.evidence());
            }
            case Details.TransferOut out -> facts.put("To account", out.to().toString());
            case Details.TransferIn in -> facts.put("From account", in.from().toString());
            case Details.NetworkTransferOut out -> {
                facts.put("Beneficiary", out.beneficiary().toString());
                facts.put("To", out.target().text());
            }
            case Details.NetworkTransferIn in -> {
                facts.put("From", in.sender().text());
                in.senderName().ifPresent(name -> facts.put("Sender", name));
            }
            case Details.Adjustment adjustment -> {
                facts.put("Reverses", adjustment.reverses().toString());
                put(facts, "Decided by", adjustment.by());
                put(facts, "Evidence", adjustment.evidence());
            }
            case Details.CryptoPayin payin -> payin.source().ifPresent(source -> {
                facts.put("Chain", source.chain().displayName());
                facts.put("Transaction hash", source.txHash());
                facts.put("From address", source.fromAddress());
                facts.put("To address", source.toAddress());
                facts.put("Block", source.blockHeight() + ", " + Written.moment(source.blockTime()) + " UTC");
            });
            case Details.FiatPayin payin -> {}
        }
        return facts;
    }

    private static void put(Map<String, String> facts, String title, String text) {
        if (!text.isEmpty()) {
            facts.put(title, text);
        }
    }

    private static List<Step> steps(GetTimeline.Result timeline) {
        var payment = timeline.transaction();
        var steps = new ArrayList<Step>();
        steps.add(begun(payment));
        payment.hold().flatMap(Story::waited).ifPresent(steps::add);
        timeline.sending().ifPresent(sending -> {
            int number = 0;
            for (var attempt : sending.attempts()) {
                number++;
                steps.add(new Step(
                        attempt.signedAt(),
                        number == 1 ? "Signed and sent" : "Signed again with a higher fee, and sent",
                        "Known to the chain as " + attempt.txHash() + ". Of several, at most one takes effect."));
            }
        });
        end(payment, timeline.entries()).ifPresent(steps::add);
        payment.returns().forEach(returned -> steps.add(new Step(
                Optional.of(returned.at()),
                "Came back",
                written(returned.amount()) + " arrived again.",
                Optional.of(returned.by().toString()))));
        payment.reversedBy().ifPresent(by -> steps.add(new Step(
                Optional.empty(), "Reversed", "Another transaction has moved everything back.", Optional.of(by.toString()))));
        return steps;
    }

    private static Step begun(Transaction payment) {
        return switch (payment.details()) {
            case Details.Payout payout when payment.hold().isPresent() ->
                new Step(payment.createdAt(), "Asked for", "The payout was accepted, and had to wait.");
            case Details.Payout payout -> new Step(payment.createdAt(), "Decided", "The payout was accepted, and its amount set aside.");
            case Details.CryptoPayin payin when payin.source().isPresent() ->
                new Step(payment.createdAt(), "Credited", "The chain had confirmed it often enough to be final.");
            case Details.CryptoPayin payin -> credited(payment);
            case Details.FiatPayin payin -> credited(payment);
            case Details.PayoutReturn back -> credited(payment);
            case Details.Trade trade -> inOneStep(payment);
            case Details.Adjustment adjustment -> inOneStep(payment);
            case Details.TransferOut out -> inOneStep(payment);
            case Details.TransferIn in -> inOneStep(payment);
            case Details.NetworkTransferOut out ->
                new Step(payment.createdAt(), "Decided and completed", "The amount left the account, on its way to " + out.target() + ".");
            case Details.NetworkTransferIn in -> payment.status() == TransactionStatus.DECLINED
                    ? new Step(payment.createdAt(), "Declined", "The account could not take it. Nothing moved here.")
                    : credited(payment);
        };
    }

    private static Optional<Step> waited(Hold hold) {
        return hold.endedAt().map(at -> hold.declinedFor()
                .map(reason -> switch (reason) {
                    case REJECTED -> new Step(at, "Rejected", "It will not be made.");
                    case EXPIRED -> new Step(at, "Expired", "It was not decided in time, and will not be made.");
                    case CANCELLED -> new Step(at, "Cancelled", "It is not wanted any more, and will not be made.");
                    case REFUSED -> new Step(
                            at, "Declined", hold.refusal().map(Hold.Refusal::message).orElseThrow() + " It will not be made.");
                })
                .orElseGet(() -> new Step(at, hold.decidedBy().isPresent() ? "Approved" : "Released", "Its amount was set aside.")));
    }

    private static Step credited(Transaction payment) {
        return new Step(payment.createdAt(), "Credited", "It was added to what is available.");
    }

    private static Step inOneStep(Transaction payment) {
        return new Step(payment.createdAt(), "Decided and completed", "Everything was moved in one step.");
    }

    /** Of a payout or a transfer that has ended by a second step: when its entries were posted. */
    private static Optional<Step> end(Transaction payment, List<Entry> entries) {
        return switch (payment.details()) {
            case Details.Payout payout -> secondStep(entries).map(entry -> payment.status() == TransactionStatus.DECLINED
                    ? new Step(entry.postedAt(), "Declined", "It will never arrive: the amount was released.")
                    : new Step(entry.postedAt(), "Completed", "It was confirmed: the amount left the account."));
            case Details.Transfer transfer -> secondStep(entries).map(
                    entry -> new Step(entry.postedAt(), "Sent back", "The receiver could not take it: the amount is available again."));
            case Details.Trade trade -> Optional.empty();
            case Details.CryptoPayin payin -> Optional.empty();
            case Details.FiatPayin payin -> Optional.empty();
            case Details.PayoutReturn back -> Optional.empty();
            case Details.Adjustment adjustment -> Optional.empty();
        };
    }

    private static Optional<Entry> secondStep(List<Entry> entries) {
        return entries.stream().filter(entry -> entry.line() > LINES_OF_THE_FIRST_STEP).findFirst();
    }

    private static String written(Money money) {
        return Written.amount(money) + " " + money.asset();
    }
}
