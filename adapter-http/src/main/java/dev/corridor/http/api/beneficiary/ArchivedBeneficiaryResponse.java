package dev.corridor.http.api.beneficiary;

import dev.corridor.domain.beneficiary.Beneficiary;
import io.micronaut.serde.annotation.Serdeable;

/** Confirms that a beneficiary was archived. */
@Serdeable
record ArchivedBeneficiaryResponse(String object, String beneficiaryId, boolean deleted) {

    static ArchivedBeneficiaryResponse of(Beneficiary archived) {
        return new ArchivedBeneficiaryResponse("beneficiary", archived.id().toString(), true);
    }
}
