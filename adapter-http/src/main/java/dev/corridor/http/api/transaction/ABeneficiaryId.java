package dev.corridor.http.api.transaction;

import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.http.edge.validation.Parseable;

/** Checks the form only, not whether the beneficiary exists. */
final class ABeneficiaryId extends Parseable {

    ABeneficiaryId() {
        super("must be a beneficiary id (bene_ and 32 lower-case hex digits)", BeneficiaryId.class, BeneficiaryId::parse);
    }
}
