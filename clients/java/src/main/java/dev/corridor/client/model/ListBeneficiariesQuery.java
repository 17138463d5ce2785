package dev.corridor.client.model;

import java.util.Map;

/** Filters of {@code listBeneficiaries}. */
public final class ListBeneficiariesQuery extends Members<ListBeneficiariesQuery> {

    private ListBeneficiariesQuery(Map<String, Object> values) {
        super(values);
    }

    /** With what is required. */
    public static ListBeneficiariesQuery of() {
        return new ListBeneficiariesQuery(Map.of());
    }

    @Override
    ListBeneficiariesQuery copy(Map<String, Object> values) {
        return new ListBeneficiariesQuery(values);
    }

    /** CRYPTO, BANK or NXOSNET; all if absent. */
    public ListBeneficiariesQuery type(BeneficiaryType type) {
        return with("type", type);
    }
}
