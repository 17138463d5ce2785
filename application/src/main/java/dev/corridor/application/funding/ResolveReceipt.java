package dev.corridor.application.funding;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.account.AccountError.AccountNotFound;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.funding.Receipt;
import dev.corridor.domain.funding.ReceiptId;

/**
 * The operator's decision about money in suspense, with evidence: it belongs to an account, which is credited, or it has gone back to its payer. The
 * receipt keeps who has decided and why; the account's organization has an audit record too.
 *
 * <p>Decided is decided: a receipt that is not SUSPENDED is an invalid request, as is one that no account can hold, or a closed account.
 */
public interface ResolveReceipt {

    @Refuses({NotFound.class, AccountNotFound.class, InvalidRequest.class})
    Receipt resolve(Command command);

    record Command(Operator by, ReceiptId receipt, Verdict verdict, String evidence, Origin origin) {}

    sealed interface Verdict {

        record Assign(AccountId account) implements Verdict {}

        record GiveBack() implements Verdict {}
    }
}
