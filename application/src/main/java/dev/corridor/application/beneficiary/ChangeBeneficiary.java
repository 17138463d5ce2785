package dev.corridor.application.beneficiary;

import dev.corridor.application.Refuses;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.AccountError.AccountNotFound;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.beneficiary.BeneficiaryError.BeneficiaryAlreadyArchived;
import dev.corridor.domain.beneficiary.BeneficiaryError.BeneficiaryNotFound;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.reference.ReferenceError.ReferenceTaken;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Changes the notes on a beneficiary, or whether it is paid: INACTIVE keeps it from being paid, ACTIVE lets it be paid again, also after it was archived. Whom
 * it pays never changes, because payouts that are on their way follow it.
 *
 * <p>An archived one whose status is not given is a conflict. One that comes back gets its reference back, unless another has it by now. Forbidden is
 * one that is BLOCKED.
 */
public interface ChangeBeneficiary {

    @Refuses({AccountNotFound.class, BeneficiaryNotFound.class, Forbidden.class, BeneficiaryAlreadyArchived.class, ReferenceTaken.class})
    Beneficiary change(Command command);

    /** Empty fields stay unchanged. */
    record Command(
            Caller caller,
            AccountId account,
            BeneficiaryId beneficiary,
            Optional<Standing> standing,
            Optional<List<String>> tags,
            Optional<Map<String, String>> metadata,
            Once<Beneficiary> once) {}

    /** What a client may turn a beneficiary to. It is archived by a request of its own. */
    enum Standing {
        ACTIVE,
        INACTIVE
    }
}
