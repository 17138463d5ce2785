package dev.corridor.http.api.beneficiary;

import dev.corridor.domain.beneficiary.Identity;
import dev.corridor.http.edge.wire.Texts;
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
                Texts.orEmpty(label()),
                Texts.orEmpty(email()),
                Texts.orEmpty(phoneNumber()),
                Texts.orEmpty(firstName()),
                Texts.orEmpty(lastName()),
                Texts.orEmpty(legalName()),
                Optional.ofNullable(dateOfBirth()).map(LocalDate::parse),
                Texts.orEmpty(businessName()),
                Texts.orEmpty(registrationNumber()),
                Texts.orEmpty(addressLine1()),
                Texts.orEmpty(addressLine2()),
                Texts.orEmpty(city()),
                Texts.orEmpty(region()),
                Texts.orEmpty(zipCode()),
                Texts.orEmpty(country()),
                Texts.orEmpty(taxId()),
                Texts.orEmpty(taxIdType()));
    }
}
