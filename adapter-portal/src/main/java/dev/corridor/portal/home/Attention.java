package dev.corridor.portal.home;

import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.access.ApiKeyStatus;
import dev.corridor.domain.transaction.Hold.Gate;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.portal.page.Written;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that a person should look at.
 *
 * @param chip the state in a word
 * @param text what it is about, and why it is here
 * @param link to the page that has more of it
 */
record Attention(Chip chip, String text, Optional<Instant> since, Optional<String> link) {

    /** A payout is expected to end within this time. After it, it is worth a look; it is not lost. */
    static final Duration LOCKED_FOR_LONG = Duration.ofMinutes(15);

    static final Duration DECLINED_OF_LATE = Duration.ofDays(7);

    private static final String PAYMENTS = "/portal/payments/";

    private static final Duration EXPIRES_SOON = Duration.ofDays(14);

    enum Chip {
        WAITING("Waiting", "note"),
        LOCKED("Locked", "wait"),
        DECLINED("Declined", "bad"),
        KEY("Key", "note");

        private final String title;
        private final String style;

        Chip(String title, String style) {
            this.title = title;
            this.style = style;
        }

        String title() {
            return title;
        }

        String style() {
            return style;
        }
    }

    /** What the link says. */
    String invitation() {
        return chip == Chip.WAITING ? "Approve or reject" : "See the payment";
    }

    static List<Attention> of(List<Transaction> waiting, List<Transaction> locked, List<Transaction> declined, List<ApiKey> keys, Instant now) {
        return Stream.of(
                waiting.stream().map(payout -> ofWaiting(payout, now)),
                locked.stream().map(transaction -> ofLocked(transaction, now)),
                declined.stream().map(Attention::ofDeclined),
                keys.stream().flatMap(key -> ofKey(key, now).stream()))
                .flatMap(found -> found)
                .toList();
    }

    static boolean isToBeApproved(Transaction payout) {
        return payout.hold().filter(hold -> hold.waitsNowFor(Gate.APPROVAL)).isPresent();
    }

    private static Attention ofWaiting(Transaction payout, Instant now) {
        var left = payout.hold().map(hold -> Duration.between(now, hold.expiresAt())).filter(Duration::isPositive).orElse(Duration.ZERO);
        return new Attention(
                Chip.WAITING,
                Written.amount(payout.amount()) + " " + payout.amount().asset() + " wait to be approved, for " + Written.duration(left) + " more.",
                Optional.of(payout.createdAt()),
                Optional.of(PAYMENTS + payout.id() + "/approval"));
    }

    private static Attention ofLocked(Transaction payout, Instant now) {
        var age = Written.duration(Duration.between(payout.updatedAt(), now));
        return new Attention(
                Chip.LOCKED,
                Written.amount(payout.amount()) + " " + payout.amount().asset() + " are set aside for " + age
                        + ". The bank or the chain has not answered yet: wait, and do not pay again.",
                Optional.of(payout.updatedAt()),
                Optional.of(PAYMENTS + payout.id()));
    }

    private static Attention ofDeclined(Transaction payout) {
        return new Attention(
                Chip.DECLINED,
                Written.amount(payout.amount()) + " " + payout.amount().asset() + " could not be paid, and are available again.",
                Optional.of(payout.updatedAt()),
                Optional.of(PAYMENTS + payout.id()));
    }

    private static Optional<Attention> ofKey(ApiKey key, Instant now) {
        var name = "\u201c" + key.terms().name() + "\u201d";
        if (key.status() == ApiKeyStatus.LOCKED) {
            return Optional
                    .of(new Attention(Chip.KEY, name + " is locked: requests with it are refused.", Optional.of(key.updatedAt()), Optional.empty()));
        }
        return key.terms().expiresAt().filter(end -> end.isBefore(now.plus(EXPIRES_SOON))).map(end -> new Attention(
                Chip.KEY,
                name + (end.isAfter(now) ? " expires in " + Written.duration(Duration.between(now, end)) + "." : " has expired."),
                Optional.of(end),
                Optional.empty()));
    }
}
