package dev.corridor.domain.beneficiary;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.money.Money;
import java.math.BigDecimal;

/** How money reaches a bank, and what fits into its messages. */
public enum BankMethod {
    /** An international or domestic wire, in any fiat asset. A name has four lines of 35 characters (SWIFT MT103, field 59). */
    WIRE(140, "999999999999.99"),

    /** The euro area's credit transfer: euros, to an IBAN. Source: EPC125-05, AT-T002 (amount) and AT-E001 (name). */
    SEPA(70, "999999999.99"),

    /**
     * The clearing house of the United States: dollars, to a routing and an account number. An entry has ten digits for the amount, and takes
     * the first 22 characters of a name (Nacha Operating Rules, appendix three); a name of two lines is taken to be a mistake.
     */
    ACH(70, "99999999.99"),

    /** A wire that SWIFT carries to a bank in any country, in any fiat asset: an MT103 or its successor pacs.008. */
    SWIFT(140, "999999999999.99");

    private final int maxNameLength;
    private final BigDecimal maxAmount;

    BankMethod(int maxNameLength, String maxAmount) {
        this.maxNameLength = maxNameLength;
        this.maxAmount = new BigDecimal(maxAmount);
    }

    /** Of one payment, in major units. */
    public BigDecimal maxAmount() {
        return maxAmount;
    }

    /** @throws BusinessException a validation error of the field "amount", if one payment cannot be that large */
    public void requireCarries(Money amount) {
        if (new BigDecimal(amount.decimal()).compareTo(maxAmount) > 0) {
            throw new BusinessException(ValidationError.of("amount", "must be at most " + maxAmount.toPlainString() + " for " + this));
        }
    }

    /** Whether its messages can carry a name, transliterated if need be. */
    boolean carriesName(String name) {
        return SchemeText.of(name).filter(carried -> carried.length() <= maxNameLength).isPresent();
    }

    String reasonForNames() {
        return "names the holder and must have at most " + maxNameLength + " Latin letters, digits and signs for " + this;
    }
}
