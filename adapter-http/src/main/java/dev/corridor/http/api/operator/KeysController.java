package dev.corridor.http.api.operator;

import dev.corridor.application.access.ChangeApiKey;
import dev.corridor.application.access.ChangeApiKeyStatus;
import dev.corridor.application.access.ListApiKeys;
import dev.corridor.application.operator.KeyAct;
import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.audit.Origin;
import dev.corridor.http.access.RequestOrigin;
import dev.corridor.http.api.apikey.ApiKeyResponse;
import dev.corridor.http.edge.page.Cursor;
import dev.corridor.http.edge.page.ListResponse;
import dev.corridor.http.edge.page.PageParameters;
import dev.corridor.http.edge.route.Performs;
import dev.corridor.http.edge.wire.Parameter;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;

/** The keys of an organization. */
@Hidden
@Requires(property = OperatorApi.PORT)
@Controller(value = OperatorApi.PATH + "/organizations/{organizationId}/api-keys", port = OperatorApi.ON_ITS_PORT)
@ExecuteOn(TaskExecutors.BLOCKING)
final class KeysController {

    private static final Cursor<ApiKeyId> KEYS = new Cursor<>("apiKeys", ApiKeyId::parse);

    private final ListApiKeys listApiKeys;
    private final ChangeApiKeyStatus changeApiKeyStatus;
    private final ChangeApiKey changeApiKey;

    KeysController(ListApiKeys listApiKeys, ChangeApiKeyStatus changeApiKeyStatus, ChangeApiKey changeApiKey) {
        this.listApiKeys = listApiKeys;
        this.changeApiKeyStatus = changeApiKeyStatus;
        this.changeApiKey = changeApiKey;
    }

    /** List an organization's keys, newest first. */
    @Get
    @Performs(ListApiKeys.class)
    ListResponse<ApiKeyResponse> listApiKeys(OnDuty onDuty, String organizationId, @RequestBean PageParameters page) {
        var caller = onDuty.callerFor(Paths.organization(organizationId));
        var keys = listApiKeys.list(new ListApiKeys.Command(caller, page.toPageRequest(KEYS)));
        return ListResponse.of(keys, ApiKeyResponse::of, ApiKey::id, KEYS);
    }

    /** Lock, unlock or revoke a key, or allow or forbid it reversals. */
    @Post("/{apiKeyId}/{act}")
    @Consumes(MediaType.ALL)
    @Performs(ChangeApiKeyStatus.class)
    ApiKeyResponse changeApiKey(OnDuty onDuty, @RequestOrigin Origin origin, String organizationId, String apiKeyId, String act) {
        var caller = onDuty.callerFor(Paths.organization(organizationId));
        var key = Parameter.parse("apiKeyId", apiKeyId, ApiKeyId::parse);
        return ApiKeyResponse.of(Paths.act(KeyAct.class, act).perform(caller, key, origin, changeApiKeyStatus, changeApiKey));
    }
}
