package dev.corridor.portal.webhook;

import dev.corridor.application.PageRequest;
import dev.corridor.application.idempotency.Once;
import dev.corridor.application.webhook.ChangeEndpoint;
import dev.corridor.application.webhook.CreateEndpoint;
import dev.corridor.application.webhook.DeleteEndpoint;
import dev.corridor.application.webhook.GetEndpoint;
import dev.corridor.application.webhook.GetEndpointSecret;
import dev.corridor.application.webhook.ListAttempts;
import dev.corridor.application.webhook.ListEndpoints;
import dev.corridor.application.webhook.ResendMessage;
import dev.corridor.application.webhook.RotateEndpointSecret;
import dev.corridor.application.webhook.SendTestMessage;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.webhook.AttemptId;
import dev.corridor.domain.webhook.Endpoint;
import dev.corridor.domain.webhook.EndpointId;
import dev.corridor.domain.webhook.EndpointTerms;
import dev.corridor.domain.webhook.EndpointUrl;
import dev.corridor.domain.webhook.EventType;
import dev.corridor.domain.webhook.MessageId;
import dev.corridor.portal.door.Door;
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
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

@Controller(EndpointController.PATH)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class EndpointController {

    static final String PATH = "/portal/webhooks";

    private static final Set<Permission> TO_SEE = Set.of(Permission.WEBHOOKS_READ);
    private static final Set<Permission> TO_CHANGE = Set.of(Permission.WEBHOOKS_READ, Permission.WEBHOOKS_WRITE);
    private static final Set<Permission> TO_SEE_THE_SECRET = Set.of(Permission.WEBHOOKS_READ, Permission.WEBHOOK_SECRETS_READ);

    private final Door door;
    private final FormRequests forms;
    private final ListEndpoints listEndpoints;
    private final GetEndpoint getEndpoint;
    private final GetEndpointSecret getEndpointSecret;
    private final ListAttempts listAttempts;
    private final CreateEndpoint createEndpoint;
    private final ChangeEndpoint changeEndpoint;
    private final RotateEndpointSecret rotateEndpointSecret;
    private final DeleteEndpoint deleteEndpoint;
    private final SendTestMessage sendTestMessage;
    private final ResendMessage resendMessage;

    EndpointController(
            Door door,
            FormRequests forms,
            ListEndpoints listEndpoints,
            GetEndpoint getEndpoint,
            GetEndpointSecret getEndpointSecret,
            ListAttempts listAttempts,
            CreateEndpoint createEndpoint,
            ChangeEndpoint changeEndpoint,
            RotateEndpointSecret rotateEndpointSecret,
            DeleteEndpoint deleteEndpoint,
            SendTestMessage sendTestMessage,
            ResendMessage resendMessage) {
        this.door = door;
        this.forms = forms;
        this.listEndpoints = listEndpoints;
        this.getEndpoint = getEndpoint;
        this.getEndpointSecret = getEndpointSecret;
        this.listAttempts = listAttempts;
        this.createEndpoint = createEndpoint;
        this.changeEndpoint = changeEndpoint;
        this.rotateEndpointSecret = rotateEndpointSecret;
        this.deleteEndpoint = deleteEndpoint;
        this.sendTestMessage = sendTestMessage;
        this.resendMessage = resendMessage;
    }

    @Get
    HttpResponse<?> endpoints(HttpRequest<?> request, Origin origin) {
        return door.show(request, origin, TO_SEE, visitor -> Html.ok(list(visitor, new Form(Map.of()), Optional.empty())));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> create(HttpRequest<?> request, Origin origin, @Body @Nullable Map<String, Object> fields) {
        return door.take(request, origin, fields, TO_CHANGE, (visitor, form) -> {
            try {
                var terms = terms(visitor, form, false);
                var created = forms.<Endpoint>take(
                        visitor,
                        form,
                        PATH,
                        Endpoint::id,
                        once -> createEndpoint.create(new CreateEndpoint.Command(visitor.caller(), terms, origin, once)));
                return Html.redirect(PATH + "/" + created.id());
            } catch (BusinessException refusal) {
                return Html.refused(list(visitor, form, Optional.of(Refusal.of(refusal.error()))));
            }
        });
    }

    private static EndpointTerms terms(Visitor visitor, Form form, boolean disabled) {
        var url = form.find("url").orElse("");
        EndpointUrl.fault(url, visitor.caller().environment()).ifPresent(reason -> {
            throw new BusinessException(ValidationError.of("url", reason));
        });
        var description = form.find("description").orElse("");
        if (description.length() > EndpointTerms.MAX_DESCRIPTION_LENGTH) {
            throw new BusinessException(
                    ValidationError.of("description", "must have at most " + EndpointTerms.MAX_DESCRIPTION_LENGTH + " characters"));
        }
        var types = EnumSet.noneOf(EventType.class);
        form.all("eventType").forEach(text -> types.add(EventType.find(text)
                .orElseThrow(() -> new BusinessException(ValidationError.of("eventType", "must be one of the list")))));
        return new EndpointTerms(new EndpointUrl(url), description, types, disabled);
    }

    @Get("/{endpointId}")
    HttpResponse<?> endpoint(HttpRequest<?> request, Origin origin, String endpointId, @QueryValue @Nullable String after) {
        return door.show(request, origin, TO_SEE, visitor -> Html.ok(one(
                visitor, id(endpointId), Optional.ofNullable(after).map(text -> orNone(AttemptId::parse, text, "Attempt")), Optional.empty())));
    }

    @Get("/{endpointId}/secret")
    HttpResponse<?> secret(HttpRequest<?> request, Origin origin, String endpointId) {
        return door.show(request, origin, TO_SEE_THE_SECRET, visitor -> {
            var endpoint = getEndpoint.get(new GetEndpoint.Command(visitor.caller(), id(endpointId)));
            var secret = getEndpointSecret.get(new GetEndpointSecret.Command(visitor.caller(), endpoint.id()));
            return Html.ok(output -> JteendpointSecretGenerated.render(
                    output, null, visitor.frame("The secret", Section.WEBHOOKS), endpoint, secret));
        });
    }

    @Post("/{endpointId}/change")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(HttpRequest<?> request, Origin origin, String endpointId, @Body @Nullable Map<String, Object> fields) {
        return door.take(request, origin, fields, TO_CHANGE, (visitor, form) -> {
            var id = id(endpointId);
            try {
                var entered = terms(visitor, form, false);
                change(visitor, id, terms -> with(entered, terms.disabled()), origin);
                return Html.redirect(PATH + "/" + id);
            } catch (BusinessException refusal) {
                if (refusal.error() instanceof ValidationError) {
                    return Html.refused(one(visitor, id, Optional.empty(), Optional.of(Refusal.of(refusal.error()))));
                }
                throw refusal;
            }
        });
    }

    private static EndpointTerms with(EndpointTerms terms, boolean disabled) {
        return new EndpointTerms(terms.url(), terms.description(), terms.eventTypes(), disabled);
    }

    private Endpoint change(Visitor visitor, EndpointId id, UnaryOperator<EndpointTerms> change, Origin origin) {
        return changeEndpoint.change(new ChangeEndpoint.Command(visitor.caller(), id, change, origin, Once.eachTime()));
    }

    @Post("/{endpointId}/{act}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> act(HttpRequest<?> request, Origin origin, String endpointId, String act, @Body @Nullable Map<String, Object> fields) {
        return door.take(request, origin, fields, TO_CHANGE, (visitor, form) -> {
            var id = id(endpointId);
            return Html.redirect(switch (act) {
                case "enable" -> pathOf(change(visitor, id, terms -> with(terms, false), origin));
                case "disable" -> pathOf(change(visitor, id, terms -> with(terms, true), origin));
                case "rotate" -> pathOf(rotateEndpointSecret.rotate(
                        new RotateEndpointSecret.Command(visitor.caller(), id, origin, Once.eachTime()))) + "/secret";
                case "test" -> afterMessage(id, sendTestMessage.send(
                        new SendTestMessage.Command(visitor.caller(), id, origin, Once.eachTime())).id());
                case "delete" -> afterDeleting(deleteEndpoint.delete(
                        new DeleteEndpoint.Command(visitor.caller(), id, origin, Once.eachTime())));
                default -> throw new BusinessException(new NotFound("Page"));
            });
        });
    }

    private static String pathOf(Endpoint endpoint) {
        return PATH + "/" + endpoint.id();
    }

    /** The list of attempts has the message as soon as it is sent. */
    private static String afterMessage(EndpointId id, MessageId message) {
        return PATH + "/" + id + "#" + message;
    }

    private static String afterDeleting(EndpointId deleted) {
        return PATH + "#" + deleted;
    }

    @Post("/{endpointId}/messages/{messageId}/resend")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> resend(
            HttpRequest<?> request, Origin origin, String endpointId, String messageId, @Body @Nullable Map<String, Object> fields) {
        return door.take(request, origin, fields, TO_CHANGE, (visitor, form) -> {
            var sent = resendMessage.resend(new ResendMessage.Command(
                    visitor.caller(), id(endpointId), orNone(MessageId::parse, messageId, "Message"), origin, Once.eachTime()));
            return Html.redirect(afterMessage(id(endpointId), sent.id()));
        });
    }

    private static EndpointId id(String text) {
        return orNone(EndpointId::parse, text, "Endpoint");
    }

    private static <T> T orNone(Function<String, T> parser, String text, String what) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw new BusinessException(new NotFound(what));
        }
    }

    private Markup list(Visitor visitor, Form entered, Optional<Refusal> refusal) {
        var page = new PageRequest<EndpointId>(PageRequest.MAX_LIMIT, Optional.empty());
        var endpoints = listEndpoints.list(new ListEndpoints.Command(visitor.caller(), page)).items();
        return output -> JteendpointsGenerated.render(
                output, null, visitor.frame("Webhooks", Section.WEBHOOKS), visitor.formToken(), endpoints, entered, refusal);
    }

    private Markup one(Visitor visitor, EndpointId id, Optional<AttemptId> after, Optional<Refusal> refusal) {
        var endpoint = getEndpoint.get(new GetEndpoint.Command(visitor.caller(), id));
        var attempts = listAttempts.list(new ListAttempts.Command(visitor.caller(), id, new PageRequest<>(PageRequest.DEFAULT_LIMIT, after)));
        return output -> JteendpointGenerated.render(
                output, null, visitor.frame("Webhook", Section.WEBHOOKS), visitor.formToken(), endpoint, attempts, refusal);
    }
}
