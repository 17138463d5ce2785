package dev.corridor.application;

import static dev.corridor.application.Refusals.assertRefused;
import static dev.corridor.application.Refusals.declaredBy;
import static dev.corridor.testing.Fixtures.AN_EVM_ADDRESS;
import static dev.corridor.testing.Fixtures.aCryptoBeneficiaryOf;
import static dev.corridor.testing.Fixtures.anAccountOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.beneficiary.ArchiveBeneficiary;
import dev.corridor.application.beneficiary.ArchiveBeneficiaryService;
import dev.corridor.application.beneficiary.GetBeneficiary;
import dev.corridor.application.beneficiary.GetBeneficiaryService;
import dev.corridor.application.beneficiary.ListBeneficiaries;
import dev.corridor.application.beneficiary.ListBeneficiariesService;
import dev.corridor.application.beneficiary.RegisterBeneficiary;
import dev.corridor.application.beneficiary.RegisterBeneficiaryService;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.AccountError.AccountNotFound;
import dev.corridor.domain.beneficiary.BankMethod;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.beneficiary.BeneficiaryError.BeneficiaryAlreadyArchived;
import dev.corridor.domain.beneficiary.BeneficiaryError.BeneficiaryNotFound;
import dev.corridor.domain.beneficiary.BeneficiaryStatus;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.beneficiary.Destination;
import dev.corridor.domain.beneficiary.Identity;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.reference.Reference;
import dev.corridor.domain.reference.Reference.Kind;
import dev.corridor.domain.reference.ReferenceError.ReferenceTaken;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BeneficiaryUseCasesTest {

    private final World world = new World();
    private final RegisterBeneficiary register = new RegisterBeneficiaryService(world.store.books(), world.ids, world.clock);
    private final GetBeneficiary get = new GetBeneficiaryService(world.store.accounts(), world.store.beneficiaries());
    private final ListBeneficiaries list = new ListBeneficiariesService(world.store.accounts(), world.store.beneficiaries());
    private final ArchiveBeneficiary archive = new ArchiveBeneficiaryService(world.store.books(), world.clock);

    @Test
    void a_beneficiary_is_registered_read_listed_and_archived() {
        var registered = register.register(command(world.caller, anAddressOn(ChainName.ETHEREUM_SEPOLIA)));

        assertThat(get.get(new GetBeneficiary.Command(world.caller, world.account.id(), registered.id()))).isEqualTo(registered);
        assertThat(listed()).containsExactly(registered);

        var archived = archive(world.caller, registered);

        assertThat(archived.status()).isEqualTo(BeneficiaryStatus.ARCHIVED);
        assertThat(listed()).isEmpty();
        assertThat(get.get(new GetBeneficiary.Command(world.caller, world.account.id(), registered.id()))).isEqualTo(archived);
    }

    @Test
    void registering_refuses_in_the_declared_order() {
        assertRefused(
                () -> register.register(command(world.stranger(), anAddressOn(ChainName.ETHEREUM_MAINNET))),
                new InvalidRequest(
                        "The chain ETHEREUM_MAINNET is not available in the sandbox environment; available are ETHEREUM_SEPOLIA, ARBITRUM_SEPOLIA, "
                                + "BASE_SEPOLIA, SOLANA_DEVNET, TRON_NILE."));
        assertRefused(
                () -> register.register(command(world.stranger(), aSepaAccountWithoutIban())),
                ValidationError.of("iban", "is required for SEPA"));
        assertRefused(
                () -> register.register(command(world.stranger(), anAddressOn(ChainName.ETHEREUM_SEPOLIA))),
                new AccountNotFound(world.account.id()));
        var reference = Optional.of(new Reference(world.organization.id(), Kind.BENEFICIARY, "Supplier 7"));
        var other = world.keep(aCryptoBeneficiaryOf(world.account, reference));
        assertRefused(
                () -> register.register(new RegisterBeneficiary.Command(
                        world.caller,
                        world.account.id(),
                        reference,
                        "Supplier",
                        anAddressOn(ChainName.ETHEREUM_SEPOLIA),
                        Identity.UNKNOWN,
                        List.of(),
                        Map.of(),
                        Once.eachTime())),
                new ReferenceTaken("Supplier 7", other.id().toString()));

        assertThat(declaredBy(RegisterBeneficiary.class))
                .containsExactly(InvalidRequest.class, ValidationError.class, AccountNotFound.class, ReferenceTaken.class);
    }

    @Test
    void archiving_refuses_in_the_declared_order() {
        var beneficiary = world.keep(aCryptoBeneficiaryOf(world.account));
        archive(world.caller, beneficiary);
        var otherAccount = anAccountOf(world.organization);
        world.store.accounts().add(otherAccount);

        assertRefused(() -> archive(world.stranger(), beneficiary), new AccountNotFound(world.account.id()));
        assertRefused(
                () -> archive.archive(new ArchiveBeneficiary.Command(world.caller, otherAccount.id(), beneficiary.id())),
                new BeneficiaryNotFound(beneficiary.id()));
        assertRefused(() -> archive(world.caller, beneficiary), new BeneficiaryAlreadyArchived(beneficiary.id()));

        assertThat(declaredBy(ArchiveBeneficiary.class))
                .containsExactly(AccountNotFound.class, BeneficiaryNotFound.class, BeneficiaryAlreadyArchived.class);
    }

    @Test
    void reading_refuses_in_the_declared_order() {
        var unknown = aCryptoBeneficiaryOf(world.account);

        assertRefused(
                () -> get.get(new GetBeneficiary.Command(world.stranger(), world.account.id(), unknown.id())),
                new AccountNotFound(world.account.id()));
        assertRefused(
                () -> get.get(new GetBeneficiary.Command(world.caller, world.account.id(), unknown.id())),
                new BeneficiaryNotFound(unknown.id()));
        assertRefused(
                () -> list.list(new ListBeneficiaries.Command(
                        world.stranger(), world.account.id(), Optional.empty(), PageRequest.first())),
                new AccountNotFound(world.account.id()));

        assertThat(declaredBy(GetBeneficiary.class)).containsExactly(AccountNotFound.class, BeneficiaryNotFound.class);
        assertThat(declaredBy(ListBeneficiaries.class)).containsExactly(AccountNotFound.class);
    }

    private List<Beneficiary> listed() {
        return list.list(new ListBeneficiaries.Command(
                world.caller, world.account.id(), Optional.empty(), PageRequest.first()))
                .items();
    }

    private Beneficiary archive(Caller caller, Beneficiary beneficiary) {
        return archive.archive(new ArchiveBeneficiary.Command(caller, beneficiary.account(), beneficiary.id()));
    }

    private RegisterBeneficiary.Command command(Caller caller, Destination destination) {
        return new RegisterBeneficiary.Command(
                caller, world.account.id(), "Supplier", destination, Identity.UNKNOWN, List.of(), Map.of());
    }

    private static Destination anAddressOn(ChainName chain) {
        return new Destination.CryptoAddress(chain, AN_EVM_ADDRESS);
    }

    private static Destination aSepaAccountWithoutIban() {
        return new Destination.BankAccount(
                "Bank",
                BankMethod.SEPA,
                Asset.EUR,
                "",
                "",
                "",
                "",
                new Destination.BankAddress("", "", "", "", ""),
                new Destination.IntermediaryBank("", "", ""));
    }
}
