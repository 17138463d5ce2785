/**
 * The rules of a payments backend as plain Java: money, accounts, beneficiaries, quotes, transactions, and every "no" they can answer.
 * It needs {@code java.base} and nothing else, so any program can embed it.
 */
module dev.corridor.domain {
    exports dev.corridor.domain.access;
    exports dev.corridor.domain.account;
    exports dev.corridor.domain.audit;
    exports dev.corridor.domain.beneficiary;
    exports dev.corridor.domain.digest;
    exports dev.corridor.domain.error;
    exports dev.corridor.domain.feed;
    exports dev.corridor.domain.id;
    exports dev.corridor.domain.idempotency;
    exports dev.corridor.domain.market;
    exports dev.corridor.domain.money;
    exports dev.corridor.domain.organization;
    exports dev.corridor.domain.quote;
    exports dev.corridor.domain.transaction;
    exports dev.corridor.domain.user;
}
