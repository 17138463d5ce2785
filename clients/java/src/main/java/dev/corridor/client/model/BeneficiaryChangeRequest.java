package dev.corridor.client.model;

import java.util.List;
import java.util.Map;

/** A change of a beneficiary. Absent members stay unchanged; at least one must be there. */
public final class BeneficiaryChangeRequest extends Members<BeneficiaryChangeRequest> {

    private BeneficiaryChangeRequest(Map<String, Object> values) {
        super(values);
    }

    /** With what is required. */
    public static BeneficiaryChangeRequest of() {
        return new BeneficiaryChangeRequest(Map.of());
    }

    @Override
    BeneficiaryChangeRequest copy(Map<String, Object> values) {
        return new BeneficiaryChangeRequest(values);
    }

    /** INACTIVE to keep it from being paid, ACTIVE to let it be paid again, also after it was archived. */
    public BeneficiaryChangeRequest status(ChangeBeneficiaryStanding status) {
        return with("status", status);
    }

    public BeneficiaryChangeRequest tags(List<String> tags) {
        return with("tags", tags);
    }

    public BeneficiaryChangeRequest metadata(Map<String, String> metadata) {
        return with("metadata", metadata);
    }
}
