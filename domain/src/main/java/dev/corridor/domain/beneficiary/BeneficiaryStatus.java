package dev.corridor.domain.beneficiary;

/** Source: the NXOS contract, section 1, "Beneficiaries". */
public enum BeneficiaryStatus {
    ACTIVE,
    INACTIVE,
    BLOCKED,
    /** Final: it is no longer listed and cannot be paid. */
    ARCHIVED
}
