package dev.corridor.domain.feed;

import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.access.ApiKeyChange;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.webhook.Endpoint;
import java.time.Instant;

/** A state change of a quote, a transaction or a beneficiary. It holds a snapshot of the state then, whatever has happened since;
 * only the hash of a crypto payout, and the tags and metadata of a beneficiary, are those that it has now. A key and an endpoint of webhooks are as they are now. */
public sealed interface Event {

    /** Increases within a topic, with gaps. */
    long sequence();

    Topic topic();

    Instant happenedAt();

    record TransactionEvent(long sequence, Transaction transaction) implements Event {

        @Override
        public Topic topic() {
            return new Topic(transaction.organization(), EventKind.TRANSACTION);
        }

        @Override
        public Instant happenedAt() {
            return transaction.updatedAt();
        }
    }

    record QuoteEvent(long sequence, Quote quote) implements Event {

        @Override
        public Topic topic() {
            return new Topic(quote.terms().organization(), EventKind.QUOTE);
        }

        @Override
        public Instant happenedAt() {
            return switch (quote) {
                case Quote.Pending pending -> pending.terms().issuedAt();
                case Quote.Completed completed -> completed.executedAt();
            };
        }
    }

    record BeneficiaryEvent(long sequence, Beneficiary beneficiary) implements Event {

        @Override
        public Topic topic() {
            return new Topic(beneficiary.organization(), EventKind.BENEFICIARY);
        }

        @Override
        public Instant happenedAt() {
            return beneficiary.updatedAt();
        }
    }

    record ApiKeyEvent(long sequence, ApiKey key, ApiKeyChange change, Instant happenedAt) implements Event {

        @Override
        public Topic topic() {
            return new Topic(key.organization(), EventKind.API_KEY);
        }
    }

    /**
     * The verification of an organization has got further.
     *
     * @param reader who reads it: the organization itself, or one that has a letter of authorization of it
     */
    record VerificationEvent(long sequence, OrganizationId reader, Organization organization) implements Event {

        @Override
        public Topic topic() {
            return new Topic(reader, EventKind.ORGANIZATION);
        }

        @Override
        public Instant happenedAt() {
            return organization.updatedAt();
        }
    }

    /** An endpoint of webhooks was disabled because it received nothing for days. */
    record EndpointDisabledEvent(long sequence, Endpoint endpoint, Instant happenedAt) implements Event {

        @Override
        public Topic topic() {
            return new Topic(endpoint.organization(), EventKind.WEBHOOK_ENDPOINT);
        }
    }
}
