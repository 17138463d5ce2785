package dev.corridor.portal.transaction;

import dev.corridor.application.account.GetAccount;
import dev.corridor.application.beneficiary.GetBeneficiary;
import dev.corridor.application.fee.GetFeeSchedule;
import dev.corridor.application.idempotency.Once;
import dev.corridor.application.transaction.PayOutCrypto;
import dev.corridor.application.transaction.PayOutFiat;
import dev.corridor.application.transaction.TransferOverNetwork;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.account.AccountError.AccountNotFound;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.beneficiary.BeneficiaryError.BeneficiaryNotFound;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.beneficiary.Destination;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.fee.FeeKey;
import dev.corridor.domain.fee.FeeSchedule;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.transaction.Transaction;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A payout by hand: filled in, looked over, confirmed. */
@Controller(PayController.PATH)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PayController {

    static final String PATH = "/portal/pay";

    private static final Set<Permission> NEEDED = Set.of(Permission.ACCOUNTS_READ, Permission.BENEFICIARIES_READ, Permission.PAYOUTS_WRITE);

    private final Door door;
    private final FormRequests forms;
    private final GetAccount getAccount;
    private final GetBeneficiary getBeneficiary;
    private final PayOutCrypto payOutCrypto;
    private final PayOutFiat payOutFiat;
    private final TransferOverNetwork transferOverNetwork;
    private final GetFeeSchedule getFeeSchedule;
    private final AssetCatalogue assets;

    PayController(
            Door door,
            FormRequests forms,
            GetAccount getAccount,
            GetBeneficiary getBeneficiary,
            PayOutCrypto payOutCrypto,
            PayOutFiat payOutFiat,
            TransferOverNetwork transferOverNetwork,
            GetFeeSchedule getFeeSchedule,
            AssetCatalogue assets) {
        this.door = door;
        this.forms = forms;
        this.getAccount = getAccount;
        this.getBeneficiary = getBeneficiary;
        this.payOutCrypto = payOutCrypto;
        this.payOutFiat = payOutFiat;
        this.transferOverNetwork = transferOverNetwork;
        this.getFeeSchedule = getFeeSchedule;
        this.assets = assets;
    }

    @Get("/{beneficiaryId}")
    HttpResponse<?> form(HttpRequest<?> request, Origin origin, String beneficiaryId, @QueryValue @Nullable String accountId) {
        return door.show(request, origin, NEEDED, visitor -> Html.ok(
                form(visitor, new Form(Map.of("accountId", accountId == null ? "" : accountId)), beneficiaryId, Optional.empty())));
    }

    /** Moves nothing: the page after it has what will be paid, and the button that pays. */
    @Post("/{beneficiaryId}/preview")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> preview(HttpRequest<?> request, Origin origin, String beneficiaryId, @Body @Nullable Map<String, Object> fields) {
        return door.take(request, origin, fields, NEEDED, (visitor, form) -> {
            try {
                var amount = amount(form);
                EnteredMemo.of(visitor, form);
                return Html.ok(confirmation(visitor, form, beneficiaryId, amount));
            } catch (BusinessException refusal) {
                return Html.refused(form(visitor, form, beneficiaryId, Optional.of(refusal)));
            }
        });
    }

    @Post("/{beneficiaryId}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> pay(HttpRequest<?> request, Origin origin, String beneficiaryId, @Body @Nullable Map<String, Object> fields) {
        return door.take(request, origin, fields, NEEDED, (visitor, form) -> {
            var to = beneficiary(visitor, form, beneficiaryId);
            try {
                var taken = forms.<Transaction>take(
                        visitor, form, PATH + "/" + to.id(), Transaction::id, once -> pay(visitor, form, to, once));
                return Html.redirect("/portal/payments/" + taken.id());
            } catch (BusinessException refusal) {
                return Html.refused(form(visitor, form, beneficiaryId, Optional.of(refusal)));
            }
        });
    }

    private Transaction pay(Visitor visitor, Form form, Beneficiary to, Once<Transaction> once) {
        var caller = visitor.caller();
        var amount = amount(form);
        var memo = EnteredMemo.of(visitor, form);
        var shown = Optional.of(shownSchedule(form, amount.asset()));
        return switch (to.destination()) {
            case Destination.CryptoAddress crypto -> payOutCrypto.payOut(
                    new PayOutCrypto.Command(caller, to.account(), to.id(), amount, crypto.chain(), shown, memo, once));
            case Destination.BankAccount bank -> payOutFiat.payOut(
                    new PayOutFiat.Command(caller, to.account(), to.id(), amount, bank.method(), shown, memo, once));
            case Destination.NetworkParty party -> transferOverNetwork.transfer(
                    new TransferOverNetwork.Command(caller, to.account(), to.id(), amount, memo, once));
        };
    }

    /** The one that the confirmation has shown: who confirms it pays by it, or the payout is refused. */
    private static FeeSchedule shownSchedule(Form form, Asset asset) {
        return Entered.parse(
                form,
                "feeFixed",
                fixed -> new FeeSchedule(Money.of(fixed, asset), Integer.parseInt(form.text("feeBps"))),
                "must be what the confirmation has shown");
    }

    private FeeSchedule schedule(Visitor visitor, Beneficiary to, Asset asset) {
        return switch (to.destination()) {
            case Destination.CryptoAddress crypto -> schedule(visitor, FeeKey.cryptoPayout(asset));
            case Destination.BankAccount bank -> schedule(visitor, FeeKey.fiatPayout(asset));
            case Destination.NetworkParty party -> FeeSchedule.free(asset);
        };
    }

    private FeeSchedule schedule(Visitor visitor, FeeKey key) {
        return getFeeSchedule.get(new GetFeeSchedule.Command(visitor.caller(), key));
    }

    private Money amount(Form form) {
        return Entered.amount(form, "amount", Entered.asset(form, "asset", assets));
    }

    /** @param refused passed on if the recipient is not there, since then there is no form */
    private Markup form(Visitor visitor, Form form, String beneficiaryId, Optional<BusinessException> refused) {
        refused.filter(PayController::isOfSomethingMissing).ifPresent(missing -> {
            throw missing;
        });
        var payout = payout(visitor, form, beneficiaryId, refused.map(refusal -> Refusal.of(refusal.error())));
        var frame = visitor.frame("Pay", Section.BENEFICIARIES);
        return output -> JtepayGenerated.render(output, null, frame, visitor.formToken(), payout);
    }

    private Markup confirmation(Visitor visitor, Form form, String beneficiaryId, Money amount) {
        var payout = payout(visitor, form, beneficiaryId, Optional.empty());
        var fee = schedule(visitor, payout.to(), amount.asset()).on(amount);
        var frame = visitor.frame("Confirm the payout", Section.BENEFICIARIES);
        return output -> JteconfirmGenerated.render(output, null, frame, visitor.formToken(), FormRequests.freshKey(), payout, amount, fee);
    }

    private Payout payout(Visitor visitor, Form form, String beneficiaryId, Optional<Refusal> refusal) {
        var to = beneficiary(visitor, form, beneficiaryId);
        var from = getAccount.get(new GetAccount.Command(visitor.caller(), to.account()));
        return new Payout(to, from, form, refusal);
    }

    private Beneficiary beneficiary(Visitor visitor, Form form, String beneficiaryId) {
        return getBeneficiary.get(new GetBeneficiary.Command(
                visitor.caller(),
                parse(AccountId::parse, form.text("accountId"), "Account"),
                parse(BeneficiaryId::parse, beneficiaryId, "Beneficiary")));
    }

    private static boolean isOfSomethingMissing(BusinessException refusal) {
        return switch (refusal.error()) {
            case AccountNotFound account -> true;
            case BeneficiaryNotFound beneficiary -> true;
            case NotFound other -> true;
            default -> false;
        };
    }

    private static <T> T parse(Function<String, T> parser, String text, String thing) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw new BusinessException(new NotFound(thing));
        }
    }
}
