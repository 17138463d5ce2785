package dev.corridor.http.api.beneficiary;

import dev.corridor.domain.beneficiary.Identity;
import dev.corridor.http.edge.wire.OptionalText;
import io.micronaut.core.annotation.Nullable;
import java.time.LocalDate;
import java.util.Optional;

/** What both kinds of beneficiaries tell about who they are. */
interface IdentityFields {

    @Nullable
    String label();

    @Nullable
    String entityType();

    @Nullable
    String email();

    @Nullable
    String phoneNumber();

    @Nullable
    String firstName();

    @Nullable
    String lastName();

    @Nullable
    String legalName();

    @Nullable
    String dateOfBirth();

    @Nullable
    String businessName();

    @Nullable
    String registrationNumber();

    @Nullable
    String addressLine1();

    @Nullable
    String addressLine2();

    @Nullable
    String city();

    @Nullable
    String region();

    @Nullable
    String zipCode();

    @Nullable
    String country();

    @Nullable
    String taxId();

    @Nullable
    String taxIdType();

    default Identity toIdentity() {
        return new Identity(
                Optional.ofNullable(entityType()).map(Identity.EntityType::valueOf),
                OptionalText.orEmpty(label()),
                OptionalText.orEmpty(email()),
                OptionalText.orEmpty(phoneNumber()),
                OptionalText.orEmpty(firstName()),
                OptionalText.orEmpty(lastName()),
                OptionalText.orEmpty(legalName()),
                Optional.ofNullable(dateOfBirth()).map(LocalDate::parse),
                OptionalText.orEmpty(businessName()),
                OptionalText.orEmpty(registrationNumber()),
                OptionalText.orEmpty(addressLine1()),
                OptionalText.orEmpty(addressLine2()),
                OptionalText.orEmpty(city()),
                OptionalText.orEmpty(region()),
                OptionalText.orEmpty(zipCode()),
                OptionalText.orEmpty(country()),
                OptionalText.orEmpty(taxId()),
                OptionalText.orEmpty(taxIdType()));
    }
}
