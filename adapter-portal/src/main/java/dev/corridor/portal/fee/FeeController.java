package dev.corridor.portal.fee;

import dev.corridor.application.fee.ListFees;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.fee.FeeKey;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.portal.door.Door;
import dev.corridor.portal.door.Entered;
import dev.corridor.portal.door.Form;
import dev.corridor.portal.page.Html;
import dev.corridor.portal.page.Refusal;
import dev.corridor.portal.page.Section;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

@Controller("/portal/fees")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class FeeController {

    private static final Set<Permission> NEEDED = Set.of(Permission.QUOTES_READ);

    private final Door door;
    private final ListFees listFees;
    private final AssetCatalogue assets;

    FeeController(Door door, ListFees listFees, AssetCatalogue assets) {
        this.door = door;
        this.listFees = listFees;
        this.assets = assets;
    }

    @Get
    HttpResponse<?> fees(HttpRequest<?> request, Origin origin, @QueryValue @Nullable String asset, @QueryValue @Nullable String amount) {
        return door.show(request, origin, NEEDED, visitor -> {
            var prices = listFees.list(new ListFees.Command(visitor.caller(), keys()));
            var asked = Optional.ofNullable(amount).filter(text -> !text.isBlank());
            try {
                var example = asked.map(text -> example(prices, asset == null ? "" : asset, text));
                return Html.ok(output -> JtefeesGenerated.render(
                        output, null, visitor.frame("Fees", Section.FEES), prices, example, "", Optional.empty()));
            } catch (BusinessException refusal) {
                return Html.refused(output -> JtefeesGenerated.render(
                        output,
                        null,
                        visitor.frame("Fees", Section.FEES),
                        prices,
                        Optional.empty(),
                        asked.orElse(""),
                        Optional.of(Refusal.of(refusal.error()))));
            }
        });
    }

    /** Each asset leaves in one way: stablecoins over chains, and fiat money through banks. */
    private List<FeeKey> keys() {
        return assets.all().stream().flatMap(FeeController::key).toList();
    }

    private static Stream<FeeKey> key(Asset asset) {
        return switch (asset.kind()) {
            case STABLECOIN -> Stream.of(FeeKey.cryptoPayout(asset));
            case FIAT -> Stream.of(FeeKey.fiatPayout(asset));
            case COIN -> Stream.empty();
        };
    }

    private Example example(List<ListFees.Price> prices, String code, String text) {
        var form = new Form(Map.of("asset", code, "amount", text));
        var asset = Entered.asset(form, "asset", assets);
        var amount = Entered.amount(form, "amount", asset);
        var price = prices.stream()
                .filter(each -> each.key().asset().equals(asset))
                .findAny()
                .orElseThrow(() -> new BusinessException(ValidationError.of("asset", "must be one of the list")));
        return new Example(amount, price.schedule().on(amount).total());
    }
}
