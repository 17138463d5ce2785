package dev.corridor.http.api.beneficiary;

import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.http.edge.wire.Literal;
import dev.corridor.http.edge.wire.Spells;
import io.micronaut.serde.annotation.Serdeable;

/** Confirms that a beneficiary was archived. */
@Serdeable
record ArchivedBeneficiaryResponse(@Literal("beneficiary") String object, @Spells(BeneficiaryId.class) String beneficiaryId, boolean deleted) {

    static ArchivedBeneficiaryResponse of(Beneficiary archived) {
        return new ArchivedBeneficiaryResponse("beneficiary", archived.id().toString(), true);
    }
}
