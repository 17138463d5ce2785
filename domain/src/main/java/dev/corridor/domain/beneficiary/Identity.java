package dev.corridor.domain.beneficiary;

import java.time.LocalDate;
import java.util.Map;
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

    /** A name, and the field that it was given in. */
    public record GivenName(String field, String text) {}

    /** Whose account it is: the legal, business or personal name, in this order, else the nickname of the beneficiary. */
    public GivenName holder(String nickname) {
        if (!legalName.isEmpty()) {
            return new GivenName("legalName", legalName);
        } else if (!businessName.isEmpty()) {
            return new GivenName("businessName", businessName);
        } else if (!lastName.isEmpty()) {
            return new GivenName("lastName", firstName.isEmpty() ? lastName : firstName + " " + lastName);
        }
        return firstName.isEmpty() ? new GivenName("nickname", nickname) : new GivenName("firstName", firstName);
    }

    /** What people read to know the beneficiary by, under the names of the fields. */
    Map<String, String> names() {
        return Map.of(
                "label", label,
                "firstName", firstName,
                "lastName", lastName,
                "legalName", legalName,
                "businessName", businessName,
                "registrationNumber", registrationNumber);
    }

    /** All of it is personal data. */
    @Override
    public String toString() {
        return "Identity[" + entityType.map(EntityType::name).orElse("") + "…]";
    }
}
