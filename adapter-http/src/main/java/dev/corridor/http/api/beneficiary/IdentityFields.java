package dev.corridor.http.api.beneficiary;

import dev.corridor.domain.beneficiary.Country;
import dev.corridor.domain.beneficiary.Identity;
import dev.corridor.http.edge.validation.Email;
import dev.corridor.http.edge.validation.Is;
import dev.corridor.http.edge.validation.OneOf;
import dev.corridor.http.edge.validation.PastDate;
import dev.corridor.http.edge.validation.PhoneNumber;
import dev.corridor.http.edge.validation.Text;
import dev.corridor.http.edge.wire.OptionalText;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.Optional;

/** The identity of a beneficiary, for both kinds of destinations. */
@Introspected
record IdentityFields(
        @Nullable @Text(max = 100) String label,
        @Nullable @OneOf(Identity.EntityType.class) String entityType,
        @Nullable @Is(Email.class) String email,
        @Nullable @Is(PhoneNumber.class) String phoneNumber,
        @Nullable @Text(max = 100) String firstName,
        @Nullable @Text(max = 100) String lastName,
        @Nullable @Text(max = 200) String legalName,
        @Nullable @PastDate String dateOfBirth,
        @Nullable @Text(max = 200) String businessName,
        @Nullable @Text(max = 100) String registrationNumber,
        @Nullable @Text(max = 200) String addressLine1,
        @Nullable @Text(max = 200) String addressLine2,
        @Nullable @Text(max = 100) String city,
        @Nullable @Text(max = 100) String region,
        @Nullable @Text(max = 20) String zipCode,
        @Nullable @Is(Country.class) String country,
        @Nullable @Text(max = 50) String taxId,
        @Nullable @OneOf(TaxIdType.class) String taxIdType) {

    enum TaxIdType {
        SSN,
        TIN
    }

    Identity toIdentity() {
        return new Identity(
                Optional.ofNullable(entityType).map(Identity.EntityType::valueOf),
                OptionalText.orEmpty(label),
                OptionalText.orEmpty(email),
                OptionalText.orEmpty(phoneNumber),
                OptionalText.orEmpty(firstName),
                OptionalText.orEmpty(lastName),
                OptionalText.orEmpty(legalName),
                Optional.ofNullable(dateOfBirth).map(LocalDate::parse),
                OptionalText.orEmpty(businessName),
                OptionalText.orEmpty(registrationNumber),
                OptionalText.orEmpty(addressLine1),
                OptionalText.orEmpty(addressLine2),
                OptionalText.orEmpty(city),
                OptionalText.orEmpty(region),
                OptionalText.orEmpty(zipCode),
                OptionalText.orEmpty(country),
                OptionalText.orEmpty(taxId),
                OptionalText.orEmpty(taxIdType));
    }

    /** Omits personal data. */
    @Override
    public String toString() {
        return "IdentityFields[…]";
    }
}
