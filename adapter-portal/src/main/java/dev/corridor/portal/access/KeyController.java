package dev.corridor.portal.access;

import dev.corridor.application.PageRequest;
import dev.corridor.application.access.ChangeApiKeyStatus;
import dev.corridor.application.access.ChangeApiKeyStatus.Move;
import dev.corridor.application.access.CreateApiKey;
import dev.corridor.application.access.ListApiKeys;
import dev.corridor.application.access.NewSecret;
import dev.corridor.application.access.RotateApiKey;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.AccessError.ApiKeyNotFound;
import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.access.KeyTerms;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.portal.door.Door;
import dev.corridor.portal.door.Form;
import dev.corridor.portal.door.FormRequests;
import dev.corridor.portal.door.FormRequests.Taken;
import dev.corridor.portal.door.Visitor;
import dev.corridor.portal.page.Html;
import dev.corridor.portal.page.Markup;
import dev.corridor.portal.page.Refusal;
import dev.corridor.portal.page.Section;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

@Controller(KeyController.PATH)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class KeyController {

    static final String PATH = "/portal/keys";

    private static final Set<Permission> TO_SEE = Set.of(Permission.API_KEYS_READ);
    private static final Set<Permission> TO_CHANGE = Set.of(Permission.API_KEYS_READ, Permission.API_KEYS_WRITE);

    private final Door door;
    private final FormRequests forms;
    private final ListApiKeys listApiKeys;
    private final CreateApiKey createApiKey;
    private final RotateApiKey rotateApiKey;
    private final ChangeApiKeyStatus changeStatus;
    private final InstantSource clock;

    KeyController(
            Door door,
            FormRequests forms,
            ListApiKeys listApiKeys,
            CreateApiKey createApiKey,
            RotateApiKey rotateApiKey,
            ChangeApiKeyStatus changeStatus,
            InstantSource clock) {
        this.door = door;
        this.forms = forms;
        this.listApiKeys = listApiKeys;
        this.createApiKey = createApiKey;
        this.rotateApiKey = rotateApiKey;
        this.changeStatus = changeStatus;
        this.clock = clock;
    }

    @Get
    HttpResponse<?> keys(HttpRequest<?> request, Origin origin) {
        return door.show(request, origin, TO_SEE, visitor -> Html.ok(list(visitor, Optional.empty())));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> create(HttpRequest<?> request, Origin origin, @Body @Nullable Map<String, Object> fields) {
        return door.take(request, origin, fields, TO_CHANGE, (visitor, form) -> orRefused(
                visitor,
                () -> shownOnce(visitor, forms.take(visitor, form, PATH, made -> made.key().id(), once -> create(visitor, form, origin, once)))));
    }

    private NewSecret create(Visitor visitor, Form form, Origin origin, Once<NewSecret> once) {
        return createApiKey.create(new CreateApiKey.Command(visitor.caller(), terms(visitor, form), true, origin, once));
    }

    private static KeyTerms terms(Visitor visitor, Form form) {
        var permissions = form.all("permission").stream().map(KeyController::permission).collect(Collectors.toSet());
        if (permissions.isEmpty()) {
            throw new BusinessException(ValidationError.of("permission", "must be chosen: a key without any may do nothing"));
        }
        try {
            return new KeyTerms(
                    form.find("name").orElse(""),
                    permissions,
                    visitor.caller().tier(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        } catch (IllegalArgumentException e) {
            throw new BusinessException(ValidationError.of("name", "must have 1 to " + KeyTerms.MAX_NAME_LENGTH + " characters that can be seen"));
        }
    }

    private static Permission permission(String text) {
        try {
            return Permission.parse(text);
        } catch (IllegalArgumentException e) {
            throw new BusinessException(ValidationError.of("permission", "must be one that exists"));
        }
    }

    @Post("/{apiKeyId}/rotate")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> rotate(HttpRequest<?> request, Origin origin, String apiKeyId, @Body @Nullable Map<String, Object> fields) {
        return door.take(request, origin, fields, TO_CHANGE, (visitor, form) -> orRefused(visitor, () -> {
            var command = forms.<NewSecret>take(
                    visitor,
                    form,
                    PATH + "/" + apiKeyId + "/rotate",
                    made -> made.key().id(),
                    once -> rotateApiKey.rotate(new RotateApiKey.Command(visitor.caller(), id(apiKeyId), overlap(form), origin, once)));
            return shownOnce(visitor, command);
        }));
    }

    /** In days; the form offers some. */
    private static Duration overlap(Form form) {
        return switch (form.text("overlap")) {
            case "0" -> Duration.ZERO;
            case "1" -> Duration.ofDays(1);
            case "7" -> Duration.ofDays(7);
            default -> throw new BusinessException(ValidationError.of("overlap", "must be 0, 1 or 7 days"));
        };
    }

    @Post("/{apiKeyId}/{move}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> move(HttpRequest<?> request, Origin origin, String apiKeyId, String move, @Body @Nullable Map<String, Object> fields) {
        return door.take(request, origin, fields, TO_CHANGE, (visitor, form) -> orRefused(visitor, () -> {
            changeStatus.move(new ChangeApiKeyStatus.Command(visitor.caller(), id(apiKeyId), moveOf(move), origin, Once.eachTime()));
            return Html.redirect(PATH);
        }));
    }

    private static Move moveOf(String text) {
        return switch (text) {
            case "enable" -> Move.ENABLE;
            case "lock" -> Move.LOCK;
            case "unlock" -> Move.UNLOCK;
            case "delete" -> Move.DELETE;
            default -> throw new BusinessException(new NotFound("Page"));
        };
    }

    private static ApiKeyId id(String text) {
        try {
            return ApiKeyId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new BusinessException(new NotFound("Key"));
        }
    }

    /** A secret that was shown before is not shown again. */
    private static MutableHttpResponse<?> shownOnce(Visitor visitor, Taken<NewSecret> taken) {
        return taken.result()
                .<MutableHttpResponse<?>>map(made -> Html.ok(
                        output -> JtesecretGenerated.render(output, null, visitor.frame("The new secret", Section.KEYS), made)))
                .orElseGet(() -> Html.redirect(PATH));
    }

    /** A refusal is shown where the form stands. A key that is not there has no form. */
    private MutableHttpResponse<?> orRefused(Visitor visitor, Supplier<MutableHttpResponse<?>> answer) {
        try {
            return answer.get();
        } catch (BusinessException refusal) {
            if (refusal.error() instanceof ApiKeyNotFound || refusal.error() instanceof NotFound) {
                throw refusal;
            }
            return Html.refused(list(visitor, Optional.of(Refusal.of(refusal.error()))));
        }
    }

    private Markup list(Visitor visitor, Optional<Refusal> refusal) {
        var keys = listApiKeys.list(new ListApiKeys.Command(visitor.caller(), new PageRequest<>(PageRequest.MAX_LIMIT, Optional.empty())));
        var page = new Keys(keys.items(), visitor.caller().permissions(), clock.instant(), refusal);
        return output -> JtekeysGenerated.render(output, null, visitor.frame("API keys", Section.KEYS), visitor.formToken(), page);
    }
}
