package dev.corridor.http.api.beneficiary;

import dev.corridor.application.beneficiary.ChangeBeneficiary;
import dev.corridor.application.beneficiary.ChangeBeneficiary.Standing;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.http.edge.body.JsonRequest;
import dev.corridor.http.edge.validation.Is;
import dev.corridor.http.edge.validation.Metadata;
import dev.corridor.http.edge.validation.OneOf;
import dev.corridor.http.edge.validation.Relations;
import dev.corridor.http.edge.validation.Tags;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A change of a beneficiary. Absent members stay unchanged; at least one must be there.
 *
 * @param status INACTIVE to keep it from being paid, ACTIVE to let it be paid again, also after it was archived
 */
@Introspected
record BeneficiaryChangeRequest(
        @Nullable @OneOf(Standing.class) String status,
        @Nullable @Is(Tags.class) List<String> tags,
        @Nullable @Is(Metadata.class) Map<String, String> metadata)
        implements JsonRequest {

    @Override
    public void relate(Relations fields) {
        fields.atLeastOne(
                new Relations.Field("status", status), new Relations.Field("tags", tags), new Relations.Field("metadata", metadata));
    }

    ChangeBeneficiary.Command toCommand(Caller caller, AccountId account, BeneficiaryId beneficiary, Once<Beneficiary> once) {
        return new ChangeBeneficiary.Command(
                caller,
                account,
                beneficiary,
                Optional.ofNullable(status).map(Standing::valueOf),
                Optional.ofNullable(tags),
                Optional.ofNullable(metadata),
                once);
    }

    /** The notes may contain personal data. */
    @Override
    public String toString() {
        return "BeneficiaryChangeRequest[" + status + "]";
    }
}
