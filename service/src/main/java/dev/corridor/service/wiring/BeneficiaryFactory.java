package dev.corridor.service.wiring;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.account.port.Accounts;
import dev.corridor.application.beneficiary.ArchiveBeneficiary;
import dev.corridor.application.beneficiary.ArchiveBeneficiaryService;
import dev.corridor.application.beneficiary.ChangeBeneficiary;
import dev.corridor.application.beneficiary.ChangeBeneficiaryService;
import dev.corridor.application.beneficiary.GetBeneficiary;
import dev.corridor.application.beneficiary.GetBeneficiaryService;
import dev.corridor.application.beneficiary.ListBeneficiaries;
import dev.corridor.application.beneficiary.ListBeneficiariesService;
import dev.corridor.application.beneficiary.RegisterBeneficiary;
import dev.corridor.application.beneficiary.RegisterBeneficiaryService;
import dev.corridor.application.beneficiary.RegisterNetworkBeneficiary;
import dev.corridor.application.beneficiary.RegisterNetworkBeneficiaryService;
import dev.corridor.application.beneficiary.port.Beneficiaries;
import dev.corridor.application.books.Books;
import dev.corridor.application.organization.port.Organizations;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.persistence.beneficiary.PostgresBeneficiaries;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import javax.sql.DataSource;

/** Beneficiaries: their port and use cases. */
@Factory
final class BeneficiaryFactory {

    @Singleton
    Beneficiaries beneficiaries(DataSource dataSource, AssetCatalogue assets) {
        return new PostgresBeneficiaries(dataSource, assets);
    }

    @Singleton
    RegisterBeneficiary registerBeneficiary(Books books, TimeOrderedIds ids, InstantSource clock) {
        return new RegisterBeneficiaryService(books, ids, clock);
    }

    @Singleton
    RegisterNetworkBeneficiary registerNetworkBeneficiary(Organizations organizations, RegisterBeneficiary registerBeneficiary) {
        return new RegisterNetworkBeneficiaryService(organizations, registerBeneficiary);
    }

    @Singleton
    GetBeneficiary getBeneficiary(Accounts accounts, Beneficiaries beneficiaries) {
        return new GetBeneficiaryService(accounts, beneficiaries);
    }

    @Singleton
    ListBeneficiaries listBeneficiaries(Accounts accounts, Beneficiaries beneficiaries) {
        return new ListBeneficiariesService(accounts, beneficiaries);
    }

    @Singleton
    ChangeBeneficiary changeBeneficiary(Books books, Beneficiaries beneficiaries) {
        return new ChangeBeneficiaryService(books, beneficiaries);
    }

    @Singleton
    ArchiveBeneficiary archiveBeneficiary(Books books, InstantSource clock) {
        return new ArchiveBeneficiaryService(books, clock);
    }
}
