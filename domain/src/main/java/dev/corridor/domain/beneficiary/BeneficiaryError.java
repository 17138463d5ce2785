package dev.corridor.domain.beneficiary;

import static dev.corridor.domain.error.ErrorKind.CONFLICT;
import static dev.corridor.domain.error.ErrorKind.NOT_FOUND;

import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.Failure;

/** What can be wrong with a beneficiary, in order of precedence. */
public sealed interface BeneficiaryError extends BusinessError {

    /** It does not exist, or it does not belong to the account that the request names. */
    @Failure(
            kind = NOT_FOUND,
            title = "Beneficiary not found",
            meaning = "There is no such beneficiary on the account that the request names.",
            advice = "Mend the ids.",
            message = "Beneficiary not found.")
    record BeneficiaryNotFound(BeneficiaryId beneficiary) implements BeneficiaryError {}

    @Failure(
            kind = CONFLICT,
            title = "The beneficiary is archived",
            meaning = "The beneficiary is out of use. A second archiving is told that it has happened (`applied`).",
            advice = "To pay it, register it again.",
            message = "The beneficiary is already archived.")
    record BeneficiaryAlreadyArchived(BeneficiaryId beneficiary) implements BeneficiaryError {}
}
