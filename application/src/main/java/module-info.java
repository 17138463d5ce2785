/** The use cases of a payments backend and the ports they need: plain Java over the domain, without a framework. */
module dev.corridor.application {
    requires transitive dev.corridor.domain;

    exports dev.corridor.application;
    exports dev.corridor.application.access;
    exports dev.corridor.application.access.port;
    exports dev.corridor.application.account;
    exports dev.corridor.application.account.port;
    exports dev.corridor.application.beneficiary;
    exports dev.corridor.application.beneficiary.port;
    exports dev.corridor.application.audit;
    exports dev.corridor.application.audit.port;
    exports dev.corridor.application.books;
    exports dev.corridor.application.fee;
    exports dev.corridor.application.fee.port;
    exports dev.corridor.application.feed;
    exports dev.corridor.application.feed.port;
    exports dev.corridor.application.funding;
    exports dev.corridor.application.funding.port;
    exports dev.corridor.application.idempotency;
    exports dev.corridor.application.idempotency.port;
    exports dev.corridor.application.maintenance;
    exports dev.corridor.application.maintenance.port;
    exports dev.corridor.application.journal;
    exports dev.corridor.application.journal.port;
    exports dev.corridor.application.market;
    exports dev.corridor.application.market.port;
    exports dev.corridor.application.onboarding;
    exports dev.corridor.application.operator;
    exports dev.corridor.application.operator.port;
    exports dev.corridor.application.organization;
    exports dev.corridor.application.organization.port;
    exports dev.corridor.application.quote;
    exports dev.corridor.application.quote.port;
    exports dev.corridor.application.reconciliation;
    exports dev.corridor.application.reconciliation.port;
    exports dev.corridor.application.registry;
    exports dev.corridor.application.transaction;
    exports dev.corridor.application.transaction.port;
    exports dev.corridor.application.user;
    exports dev.corridor.application.user.port;
    exports dev.corridor.application.webhook;
    exports dev.corridor.application.webhook.port;
}
