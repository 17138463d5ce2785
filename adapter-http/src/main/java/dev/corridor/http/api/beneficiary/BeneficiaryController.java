package dev.corridor.http.api.beneficiary;

import dev.corridor.application.beneficiary.ArchiveBeneficiary;
import dev.corridor.application.beneficiary.ChangeBeneficiary;
import dev.corridor.application.beneficiary.GetBeneficiary;
import dev.corridor.application.beneficiary.ListBeneficiaries;
import dev.corridor.application.beneficiary.RegisterBeneficiary;
import dev.corridor.application.beneficiary.RegisterNetworkBeneficiary;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.beneficiary.BeneficiaryType;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.http.edge.idempotency.Idempotent;
import dev.corridor.http.edge.idempotency.IdempotentRequest;
import dev.corridor.http.edge.page.Cursor;
import dev.corridor.http.edge.page.ListResponse;
import dev.corridor.http.edge.page.PageParameters;
import dev.corridor.http.edge.route.Authenticated;
import dev.corridor.http.edge.route.Performs;
import dev.corridor.http.edge.route.RequiresPermission;
import dev.corridor.http.edge.wire.Parameter;
import dev.corridor.http.edge.wire.Spells;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;

@Controller("/v1/beneficiaries")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Beneficiaries")
final class BeneficiaryController {

    private static final Cursor<BeneficiaryId> BENEFICIARIES = new Cursor<>("beneficiaries", BeneficiaryId::parse);

    private final RegisterBeneficiary registerBeneficiary;
    private final RegisterNetworkBeneficiary registerNetworkBeneficiary;
    private final ListBeneficiaries listBeneficiaries;
    private final GetBeneficiary getBeneficiary;
    private final ChangeBeneficiary changeBeneficiary;
    private final ArchiveBeneficiary archiveBeneficiary;
    private final AssetCatalogue assets;

    BeneficiaryController(
            RegisterBeneficiary registerBeneficiary,
            RegisterNetworkBeneficiary registerNetworkBeneficiary,
            ListBeneficiaries listBeneficiaries,
            GetBeneficiary getBeneficiary,
            ChangeBeneficiary changeBeneficiary,
            ArchiveBeneficiary archiveBeneficiary,
            AssetCatalogue assets) {
        this.registerBeneficiary = registerBeneficiary;
        this.registerNetworkBeneficiary = registerNetworkBeneficiary;
        this.listBeneficiaries = listBeneficiaries;
        this.getBeneficiary = getBeneficiary;
        this.changeBeneficiary = changeBeneficiary;
        this.archiveBeneficiary = archiveBeneficiary;
        this.assets = assets;
    }

    /** Register a blockchain address as a beneficiary of an account. */
    @Post("/crypto")
    @Performs(RegisterBeneficiary.class)
    @RequiresPermission(Permission.BENEFICIARIES_WRITE)
    BeneficiaryResponse registerCryptoBeneficiary(
            @Authenticated Caller caller, @Body CryptoBeneficiaryRequest request, @Idempotent IdempotentRequest attempt) {
        return attempt.answer(
                BeneficiaryResponse::registered, once -> registerBeneficiary.register(request.toCommand(caller, once)));
    }

    /** Register a bank account as a beneficiary of an account. */
    @Post("/bank")
    @Performs(RegisterBeneficiary.class)
    @RequiresPermission(Permission.BENEFICIARIES_WRITE)
    BeneficiaryResponse registerBankBeneficiary(
            @Authenticated Caller caller, @Body BankBeneficiaryRequest request, @Idempotent IdempotentRequest attempt) {
        return attempt.answer(
                BeneficiaryResponse::registered, once -> registerBeneficiary.register(request.toCommand(caller, assets, once)));
    }

    /** Register another organization of the network, by its handle, as a beneficiary of an account. */
    @Post("/nxosnet")
    @Performs(RegisterNetworkBeneficiary.class)
    @RequiresPermission(Permission.BENEFICIARIES_WRITE)
    BeneficiaryResponse registerNetworkBeneficiary(
            @Authenticated Caller caller, @Body NetworkBeneficiaryRequest request, @Idempotent IdempotentRequest attempt) {
        return attempt.answer(
                BeneficiaryResponse::registered, once -> registerNetworkBeneficiary.register(request.toCommand(caller, once)));
    }

    /**
     * List the beneficiaries of an account, newest first, without archived ones.
     *
     * @param accountId the account
     * @param type CRYPTO, BANK or NXOSNET; all if absent
     */
    @Get
    @Performs(ListBeneficiaries.class)
    @RequiresPermission(Permission.BENEFICIARIES_READ)
    ListResponse<BeneficiaryResponse> listBeneficiaries(
            @Authenticated Caller caller,
            @QueryValue @Spells(AccountId.class) String accountId,
            @QueryValue @Nullable @Spells(BeneficiaryType.class) String type,
            @RequestBean PageParameters page) {
        var wanted = Optional.ofNullable(type).map(text -> Parameter.parse("type", text, BeneficiaryType::valueOf));
        var command = new ListBeneficiaries.Command(caller, account(accountId), wanted, page.toPageRequest(BENEFICIARIES));
        return ListResponse.of(listBeneficiaries.list(command), BeneficiaryResponse::of, Beneficiary::id, BENEFICIARIES);
    }

    /**
     * Read a beneficiary, archived or not.
     *
     * @param accountId the account that it belongs to
     */
    @Get("/{beneficiaryId}")
    @Performs(GetBeneficiary.class)
    @RequiresPermission(Permission.BENEFICIARIES_READ)
    BeneficiaryResponse getBeneficiary(@Authenticated Caller caller, @Spells(BeneficiaryId.class) String beneficiaryId,
            @QueryValue @Spells(AccountId.class) String accountId) {
        var command = new GetBeneficiary.Command(caller, account(accountId), beneficiary(beneficiaryId));
        return BeneficiaryResponse.of(getBeneficiary.get(command));
    }

    /**
     * Change the notes on a beneficiary, or whether it is paid. With status ACTIVE an archived one comes back. Whom it pays never changes.
     *
     * @param accountId the account that it belongs to
     */
    @Patch("/{beneficiaryId}")
    @Performs(ChangeBeneficiary.class)
    @RequiresPermission(Permission.BENEFICIARIES_WRITE)
    BeneficiaryResponse changeBeneficiary(
            @Authenticated Caller caller,
            @Spells(BeneficiaryId.class) String beneficiaryId,
            @QueryValue @Spells(AccountId.class) String accountId,
            @Body BeneficiaryChangeRequest request,
            @Idempotent IdempotentRequest attempt) {
        var account = account(accountId);
        var beneficiary = beneficiary(beneficiaryId);
        return attempt.answer(
                BeneficiaryResponse::of, once -> changeBeneficiary.change(request.toCommand(caller, account, beneficiary, once)));
    }

    /**
     * Archive a beneficiary: it is not listed and not paid, until it is taken up again.
     *
     * @param accountId the account that it belongs to
     */
    @Delete("/{beneficiaryId}")
    @Consumes(MediaType.ALL)
    @Performs(ArchiveBeneficiary.class)
    @RequiresPermission(Permission.BENEFICIARIES_WRITE)
    ArchivedBeneficiaryResponse archiveBeneficiary(
            @Authenticated Caller caller, @Spells(BeneficiaryId.class) String beneficiaryId, @QueryValue @Spells(AccountId.class) String accountId,
            @Idempotent IdempotentRequest attempt) {
        return attempt.answer(
                ArchivedBeneficiaryResponse::of,
                once -> archiveBeneficiary.archive(
                        new ArchiveBeneficiary.Command(caller, account(accountId), beneficiary(beneficiaryId), once)));
    }

    private static AccountId account(String text) {
        return Parameter.parse("accountId", text, AccountId::parse);
    }

    private static BeneficiaryId beneficiary(String text) {
        return Parameter.parse("beneficiaryId", text, BeneficiaryId::parse);
    }
}
