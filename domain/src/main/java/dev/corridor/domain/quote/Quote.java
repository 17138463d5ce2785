package dev.corridor.domain.quote;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.market.TickId;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.Owned;
import dev.corridor.domain.quote.QuoteError.QuoteAlreadyUsed;
import dev.corridor.domain.quote.QuoteError.QuoteExpired;
import java.time.Instant;
import java.util.Optional;

/**
 * A firm price for a conversion, for a few minutes, to be used once. It is pending until it is executed; that it has expired is no state
 * of its own but a matter of the clock.
 */
public sealed interface Quote extends Owned {

    /** What was promised. Never changes. */
    Terms terms();

    /** Uses the quote up. The one place that decides whether it still can be: first "already used", then "too late". */
    Completed execute(Instant now);

    /** The state a reader sees at that moment. */
    Status statusAt(Instant now);

    /** For a price that was set, and not taken from a tick. */
    static Pending issue(
            QuoteId id, OrganizationId organization, AccountId account, Conversion conversion, Pricing pricing, Instant now) {
        return new Pending(new Terms(id, organization, account, conversion, Optional.empty(), now, now.plus(pricing.validity())));
    }

    /** For a price of the market. */
    static Pending issue(
            QuoteId id,
            OrganizationId organization,
            AccountId account,
            Conversion conversion,
            TickId tick,
            Pricing pricing,
            Instant now) {
        return new Pending(new Terms(id, organization, account, conversion, Optional.of(tick), now, now.plus(pricing.validity())));
    }

    default QuoteId id() {
        return terms().id();
    }

    @Override
    default OrganizationId organization() {
        return terms().organization();
    }

    default AccountId account() {
        return terms().account();
    }

    default Conversion conversion() {
        return terms().conversion();
    }

    /** Source: the NXOS contract, section 1, "Quotes". */
    enum Status {
        PENDING,
        COMPLETED,
        EXPIRED,
        /** Of the contract; nothing leads to it. */
        FAILED
    }

    /**
     * The promise.
     *
     * @param tick what priced it; empty if the price was set
     * @param expiresAt the first moment at which the quote can no longer be executed
     */
    record Terms(
            QuoteId id,
            OrganizationId organization,
            AccountId account,
            Conversion conversion,
            Optional<TickId> tick,
            Instant issuedAt,
            Instant expiresAt) {

        public Terms {
            if (!expiresAt.isAfter(issuedAt)) {
                throw new IllegalArgumentException("a quote expires after it was issued");
            }
        }
    }

    /** Not used yet. */
    record Pending(Terms terms) implements Quote {

        @Override
        public Completed execute(Instant now) {
            if (isExpired(now)) {
                throw new BusinessException(new QuoteExpired(id(), terms.expiresAt()));
            }
            return new Completed(terms, now);
        }

        @Override
        public Status statusAt(Instant now) {
            return isExpired(now) ? Status.EXPIRED : Status.PENDING;
        }

        private boolean isExpired(Instant now) {
            return !now.isBefore(terms.expiresAt());
        }
    }

    /** Used up by a trade. */
    record Completed(Terms terms, Instant executedAt) implements Quote {

        @Override
        public Completed execute(Instant now) {
            throw new BusinessException(new QuoteAlreadyUsed(id(), executedAt));
        }

        @Override
        public Status statusAt(Instant now) {
            return Status.COMPLETED;
        }
    }
}
