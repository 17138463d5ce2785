/**
 * The rules of a payments backend: exact money, accounts with balances, beneficiaries, firm quotes, transactions with a double-entry ledger, and
 * every refusal as data. All types are immutable values. The module needs {@code java.base} and nothing else, so any program can embed it.
 *
 * <p>It is <em>not</em> a ledger: it keeps nothing, locks nothing and does no input or output. It is not a service: it knows no HTTP, no JSON and no
 * database. It takes neither time nor randomness from the machine: moments and identifiers are arguments. It fetches no rates. Two callers
 * that execute the same quote at once both succeed here; the {@code Books} of {@code dev.corridor.application} let one of them through.
 *
 * <p>A quote, from its issue to its trade:
 *
 * <pre>{@code
 * var conversion = QuotePolicy.STANDARD.spreads().sell(Money.of("400.00", USD), Rate.of("1", USD, USDC));
 * var quote = Quote.issue(quoteId, organization, account, conversion, QuotePolicy.STANDARD, now);
 * var completed = quote.execute(later);                       // throws: quote_already_used, quote_expired
 * var movement = Transaction.trade(transactionId, completed); // three postings, each of zero sum
 * for (var posting : movement.postings()) {
 *     post(posting.sides());                                  // Balance.post throws: insufficient_funds
 * }
 * save(completed, movement.transaction());
 * }</pre>
 *
 * <p>Begin with {@link dev.corridor.domain.money.Money}, {@link dev.corridor.domain.quote.Quote},
 * {@link dev.corridor.domain.transaction.Transaction} and {@link dev.corridor.domain.error.BusinessError}.
 */
module dev.corridor.domain {
    exports dev.corridor.domain.access;
    exports dev.corridor.domain.account;
    exports dev.corridor.domain.audit;
    exports dev.corridor.domain.beneficiary;
    exports dev.corridor.domain.closing;
    exports dev.corridor.domain.digest;
    exports dev.corridor.domain.error;
    exports dev.corridor.domain.fee;
    exports dev.corridor.domain.feed;
    exports dev.corridor.domain.funding;
    exports dev.corridor.domain.id;
    exports dev.corridor.domain.idempotency;
    exports dev.corridor.domain.journal;
    exports dev.corridor.domain.market;
    exports dev.corridor.domain.money;
    exports dev.corridor.domain.operator;
    exports dev.corridor.domain.organization;
    exports dev.corridor.domain.quote;
    exports dev.corridor.domain.reference;
    exports dev.corridor.domain.text;
    exports dev.corridor.domain.transaction;
    exports dev.corridor.domain.user;
    exports dev.corridor.domain.webhook;
}
