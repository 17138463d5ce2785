package dev.corridor.domain.beneficiary;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Who the beneficiary is, as far as the organization told us. Texts are empty where nothing was given.
 *
 * @param country ISO 3166 alpha-2
 * @param taxIdType what kind of number {@code taxId} is: SSN or TIN
 */
public record Identity(
        Optional<EntityType> entityType,
        String label,
        String email,
        String phoneNumber,
        String firstName,
        String lastName,
        String legalName,
        Optional<LocalDate> dateOfBirth,
        String businessName,
        String registrationNumber,
        String addressLine1,
        String addressLine2,
        String city,
        String region,
        String zipCode,
        String country,
        String taxId,
        String taxIdType) {

    public enum EntityType {
        INDIVIDUAL,
        BUSINESS
    }

    /** Nothing is known. */
    public static final Identity UNKNOWN = new Identity(
            Optional.empty(), "", "", "", "", "", "", Optional.empty(), "", "", "", "", "", "", "", "", "", "");

    /** All of it is personal data. */
    @Override
    public String toString() {
        return "Identity[" + entityType.map(EntityType::name).orElse("") + "…]";
    }
}
