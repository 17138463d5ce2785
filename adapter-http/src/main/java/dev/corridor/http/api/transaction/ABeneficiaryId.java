package dev.corridor.http.api.transaction;

import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.http.edge.validation.Parseable;

/** Whether the beneficiary exists is not asked here. */
final class ABeneficiaryId extends Parseable {

    ABeneficiaryId() {
        super("must be a beneficiary id (bene_ and 32 lower-case hex digits)", BeneficiaryId::parse);
    }
}
