package dev.corridor.portal.beneficiary;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.account.GetAccount;
import dev.corridor.application.account.ListAccounts;
import dev.corridor.application.beneficiary.ArchiveBeneficiary;
import dev.corridor.application.beneficiary.ListBeneficiaries;
import dev.corridor.application.beneficiary.RegisterBeneficiary;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.account.AccountError.AccountNotFound;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.beneficiary.BankMethod;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.beneficiary.Destination;
import dev.corridor.domain.beneficiary.Destination.BankAccount;
import dev.corridor.domain.beneficiary.Destination.BankAddress;
import dev.corridor.domain.beneficiary.Destination.CryptoAddress;
import dev.corridor.domain.beneficiary.Destination.IntermediaryBank;
import dev.corridor.domain.beneficiary.Identity;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.portal.door.Door;
import dev.corridor.portal.door.Entered;
import dev.corridor.portal.door.Form;
import dev.corridor.portal.door.FormRequests;
import dev.corridor.portal.door.Visitor;
import dev.corridor.portal.page.Html;
import dev.corridor.portal.page.Markup;
import dev.corridor.portal.page.Refusal;
import dev.corridor.portal.page.Section;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

@Controller(RecipientController.PATH)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RecipientController {

    static final String PATH = "/portal/beneficiaries";

    private static final Set<Permission> TO_SEE = Set.of(Permission.ACCOUNTS_READ, Permission.BENEFICIARIES_READ);
    private static final Set<Permission> TO_CHANGE = Set.of(Permission.ACCOUNTS_READ, Permission.BENEFICIARIES_READ, Permission.BENEFICIARIES_WRITE);

    /** The longest texts that the API takes. */
    private static final int MAX_NAME = 100;

    private static final int MAX_BANK = 200;
    private static final int MAX_NUMBER = 34;

    private final Door door;
    private final FormRequests forms;
    private final ListAccounts listAccounts;
    private final GetAccount getAccount;
    private final ListBeneficiaries listBeneficiaries;
    private final RegisterBeneficiary registerBeneficiary;
    private final ArchiveBeneficiary archiveBeneficiary;
    private final AssetCatalogue assets;

    RecipientController(
            Door door,
            FormRequests forms,
            ListAccounts listAccounts,
            GetAccount getAccount,
            ListBeneficiaries listBeneficiaries,
            RegisterBeneficiary registerBeneficiary,
            ArchiveBeneficiary archiveBeneficiary,
            AssetCatalogue assets) {
        this.door = door;
        this.forms = forms;
        this.listAccounts = listAccounts;
        this.getAccount = getAccount;
        this.listBeneficiaries = listBeneficiaries;
        this.registerBeneficiary = registerBeneficiary;
        this.archiveBeneficiary = archiveBeneficiary;
        this.assets = assets;
    }

    @Get
    HttpResponse<?> recipients(
            HttpRequest<?> request, Origin origin, @QueryValue @Nullable String accountId, @QueryValue @Nullable String after) {
        return door.show(request, origin, TO_SEE, visitor -> {
            var account = Optional.ofNullable(accountId).map(text -> parse(AccountId::parse, text, "Account"));
            var position = Optional.ofNullable(after).map(text -> parse(BeneficiaryId::parse, text, "Beneficiary"));
            return Html.ok(page(visitor, account, position, new Form(Map.of()), Optional.empty()));
        });
    }

    @Post("/crypto")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> addCrypto(HttpRequest<?> request, Origin origin, @Body @Nullable Map<String, Object> fields) {
        return add(request, origin, fields, "/crypto", RecipientController::cryptoAddress);
    }

    @Post("/bank")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> addBank(HttpRequest<?> request, Origin origin, @Body @Nullable Map<String, Object> fields) {
        return add(request, origin, fields, "/bank", (form, caller) -> bankAccount(form));
    }

    private interface DestinationReader {
        Destination read(Form form, Caller caller);
    }

    private HttpResponse<?> add(
            HttpRequest<?> request, Origin origin, @Nullable Map<String, Object> fields, String kind, DestinationReader reader) {
        return door.take(request, origin, fields, TO_CHANGE, (visitor, form) -> {
            var account = Entered.parse(form, "accountId", AccountId::parse, "must be one of your accounts");
            try {
                forms.<Beneficiary>take(visitor, form, PATH + kind, Beneficiary::id, once -> registerBeneficiary.register(
                        new RegisterBeneficiary.Command(
                                visitor.caller(),
                                account,
                                Optional.empty(),
                                required(form, "nickname", MAX_NAME),
                                reader.read(form, visitor.caller()),
                                Identity.UNKNOWN,
                                List.of(),
                                Map.of(),
                                once)));
                return Html.redirect(PATH + "?accountId=" + account);
            } catch (BusinessException refusal) {
                if (refusal.error() instanceof AccountNotFound) {
                    throw refusal;
                }
                return Html.refused(page(visitor, Optional.of(account), Optional.empty(), form, Optional.of(Refusal.of(refusal.error()))));
            }
        });
    }

    private static Destination cryptoAddress(Form form, Caller caller) {
        var chain = Entered.parse(
                form,
                "chainName",
                text -> ChainName.find(text, caller.environment()).orElseThrow(IllegalArgumentException::new),
                "must be one of the list");
        return new CryptoAddress(chain, required(form, "address", MAX_NAME));
    }

    private Destination bankAccount(Form form) {
        return new BankAccount(
                required(form, "bankName", MAX_BANK),
                Entered.parse(form, "method", BankMethod::valueOf, "must be one of the list"),
                Entered.asset(form, "currency", assets),
                form.find("swiftCode").orElse(""),
                optional(form, "accountNumber", MAX_NUMBER),
                form.find("iban").map(text -> text.replace(" ", "")).orElse(""),
                form.find("routingNumber").orElse(""),
                new BankAddress("", "", "", "", ""),
                new IntermediaryBank("", "", ""));
    }

    private static String required(Form form, String field, int longest) {
        var text = optional(form, field, longest);
        if (text.isEmpty()) {
            throw new BusinessException(ValidationError.of(field, "is required"));
        }
        return text;
    }

    private static String optional(Form form, String field, int longest) {
        return form.find(field).map(text -> {
            if (text.length() > longest) {
                throw new BusinessException(ValidationError.of(field, "must have at most " + longest + " characters"));
            }
            return text;
        }).orElse("");
    }

    @Post("/{beneficiaryId}/archive")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> archive(HttpRequest<?> request, Origin origin, String beneficiaryId, @Body @Nullable Map<String, Object> fields) {
        return door.take(request, origin, fields, TO_CHANGE, (visitor, form) -> {
            var account = Entered.parse(form, "accountId", AccountId::parse, "must be one of your accounts");
            var id = parse(BeneficiaryId::parse, beneficiaryId, "Beneficiary");
            archiveBeneficiary.archive(new ArchiveBeneficiary.Command(visitor.caller(), account, id, Once.eachTime()));
            return Html.redirect(PATH + "?accountId=" + account);
        });
    }

    /** Of an account, or else of the first one. */
    private Markup page(
            Visitor visitor, Optional<AccountId> wanted, Optional<BeneficiaryId> after, Form form, Optional<Refusal> refusal) {
        var caller = visitor.caller();
        var accounts = listAccounts.list(new ListAccounts.Command(caller, new PageRequest<>(PageRequest.MAX_LIMIT, Optional.empty()))).items();
        var id = wanted.orElseGet(() -> accounts.getLast().id());
        var account = getAccount.get(new GetAccount.Command(caller, id)).account();
        var found = beneficiaries(caller, id, after);
        var recipients = new Recipients(accounts, account, found, currencies(), caller.environment(), form, refusal);
        var frame = visitor.frame("Beneficiaries", Section.BENEFICIARIES);
        return output -> JterecipientsGenerated.render(output, null, frame, visitor.formToken(), recipients);
    }

    private Page<Beneficiary> beneficiaries(Caller caller, AccountId account, Optional<BeneficiaryId> after) {
        return listBeneficiaries.list(new ListBeneficiaries.Command(
                caller, account, Optional.empty(), new PageRequest<>(PageRequest.DEFAULT_LIMIT, after)));
    }

    private List<Asset> currencies() {
        return assets.all().stream().filter(asset -> asset.kind() == Asset.Kind.FIAT).toList();
    }

    private static <T> T parse(Function<String, T> parser, String text, String thing) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw new BusinessException(new NotFound(thing));
        }
    }
}
