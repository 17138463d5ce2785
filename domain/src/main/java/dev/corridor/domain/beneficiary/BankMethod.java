package dev.corridor.domain.beneficiary;

/** How money reaches a bank. */
public enum BankMethod {
    /** An international or domestic wire, in any fiat asset. */
    WIRE,
    /** The euro area's credit transfer: euros, to an IBAN. */
    SEPA,
    /** The clearing house of the United States: dollars, to a routing and an account number. */
    ACH
}
