package dev.corridor.portal.lookup;

import dev.corridor.application.PageRequest;
import dev.corridor.application.transaction.FindPayouts;
import dev.corridor.application.transaction.ListTransactions;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.journal.RequestId;
import dev.corridor.domain.reference.Reference;
import dev.corridor.domain.reference.Reference.Kind;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionFilter;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.portal.door.Door;
import dev.corridor.portal.door.Visitor;
import dev.corridor.portal.page.Html;
import dev.corridor.portal.page.Section;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

@Controller("/portal/look-up")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class LookUpController {

    private static final Set<Permission> NEEDED = Set.of(Permission.TRANSACTIONS_READ);
    private static final String PAYMENTS = "/portal/payments";

    private final Door door;
    private final ListTransactions listTransactions;
    private final FindPayouts findPayouts;

    LookUpController(Door door, ListTransactions listTransactions, FindPayouts findPayouts) {
        this.door = door;
        this.listTransactions = listTransactions;
        this.findPayouts = findPayouts;
    }

    @Get
    HttpResponse<?> lookUp(HttpRequest<?> request, Origin origin, @QueryValue @Nullable String q) {
        var sought = q == null ? "" : q.strip();
        return door.show(request, origin, NEEDED, visitor -> placeOf(sought, visitor.caller())
                .<MutableHttpResponse<?>>map(Html::redirect)
                .orElseGet(() -> nothing(sought, visitor)));
    }

    private static MutableHttpResponse<?> nothing(String sought, Visitor visitor) {
        return Html.ok(output -> JtelookupGenerated.render(output, null, visitor.frame("Look up", Section.LOOK_UP), sought));
    }

    /** An id says of what it is. Anything else is a reference or a hash, of which a reference is the more likely. */
    private Optional<String> placeOf(String sought, Caller caller) {
        if (sought.isEmpty()) {
            return Optional.empty();
        }
        return parse(RequestId::parse, sought).map(id -> "/portal/requests/" + id)
                .or(() -> parse(TransactionId::parse, sought).map(id -> PAYMENTS + "/" + id))
                .or(() -> parse(AccountId::parse, sought).map(id -> PAYMENTS + "?accountId=" + id))
                .or(() -> parse(BeneficiaryId::parse, sought).map(id -> PAYMENTS + "?beneficiaryId=" + id))
                .or(() -> parse(text -> new Reference(caller.organization(), Kind.TRANSACTION, text), sought)
                        .flatMap(reference -> placeOf(withReference(reference, caller), sought)))
                .or(() -> placeOf(findPayouts.find(new FindPayouts.Command(caller, sought)), sought));
    }

    private List<Transaction> withReference(Reference reference, Caller caller) {
        var filter = new TransactionFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.of(reference),
                Set.of(),
                Set.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return listTransactions.list(new ListTransactions.Command(caller, filter, PageRequest.first())).items();
    }

    private static Optional<String> placeOf(List<Transaction> found, String reference) {
        return switch (found.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(PAYMENTS + "/" + found.getFirst().id());
            default -> Optional.of(PAYMENTS + "?reference=" + URLEncoder.encode(reference, StandardCharsets.UTF_8));
        };
    }

    private static <T> Optional<T> parse(Function<String, T> parser, String text) {
        try {
            return Optional.of(parser.apply(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
