package dev.corridor.domain.beneficiary;

import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.ErrorKind;

/** What can be wrong with a beneficiary, in order of precedence. */
public sealed interface BeneficiaryError extends BusinessError {

    /** It does not exist, or it does not belong to the account that the request names. */
    record BeneficiaryNotFound(BeneficiaryId beneficiary) implements BeneficiaryError {

        @Override
        public String code() {
            return "beneficiary_not_found";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.NOT_FOUND;
        }

        @Override
        public String message() {
            return "Beneficiary not found.";
        }
    }

    record BeneficiaryAlreadyArchived(BeneficiaryId beneficiary) implements BeneficiaryError {

        @Override
        public String code() {
            return "beneficiary_already_archived";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.CONFLICT;
        }

        @Override
        public String message() {
            return "The beneficiary is already archived.";
        }
    }
}
