package dev.corridor.domain.beneficiary;

/** Source: the NXOS contract, section 1, "Beneficiaries". */
public enum BeneficiaryStatus {
    ACTIVE,
    INACTIVE,
    BLOCKED,
    /** Final: not listed and not payable. */
    ARCHIVED
}
