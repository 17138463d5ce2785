package dev.corridor.domain.beneficiary;

/** Source: the NXOS contract, section 1, "Beneficiaries". */
public enum BeneficiaryStatus {
    ACTIVE,
    INACTIVE,
    BLOCKED,
    /** Not listed and not payable. */
    ARCHIVED
}
