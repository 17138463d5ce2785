package dev.corridor.http.api.apikey;

import dev.corridor.application.access.ChangeApiKey;
import dev.corridor.application.access.ChangeApiKeyStatus;
import dev.corridor.application.access.ChangeApiKeyStatus.Move;
import dev.corridor.application.access.CreateApiKey;
import dev.corridor.application.access.GetApiKey;
import dev.corridor.application.access.ListApiKeys;
import dev.corridor.application.access.RotateApiKey;
import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.audit.Origin;
import dev.corridor.http.access.RequestOrigin;
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
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;

@Controller("/v1/api-keys")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "API keys")
final class ApiKeyController {

    private static final Cursor<ApiKeyId> API_KEYS = new Cursor<>("apiKeys", ApiKeyId::parse);

    private final CreateApiKey createApiKey;
    private final ListApiKeys listApiKeys;
    private final GetApiKey getApiKey;
    private final ChangeApiKey changeApiKey;
    private final ChangeApiKeyStatus moveApiKey;
    private final RotateApiKey rotateApiKey;

    ApiKeyController(
            CreateApiKey createApiKey,
            ListApiKeys listApiKeys,
            GetApiKey getApiKey,
            ChangeApiKey changeApiKey,
            ChangeApiKeyStatus moveApiKey,
            RotateApiKey rotateApiKey) {
        this.createApiKey = createApiKey;
        this.listApiKeys = listApiKeys;
        this.getApiKey = getApiKey;
        this.changeApiKey = changeApiKey;
        this.moveApiKey = moveApiKey;
        this.rotateApiKey = rotateApiKey;
    }

    /**
     * Create a key. It has no permission that yours lacks, and is bound by the addresses, the expiry and the signatures that bind yours.
     * Its secret is shown only once. A replayed response does not contain it: delete the key then, or rotate it.
     */
    @Post
    @Performs(CreateApiKey.class)
    @RequiresPermission(Permission.API_KEYS_WRITE)
    NewSecretResponse createApiKey(
            @Authenticated Caller caller, @RequestOrigin Origin origin, @Body ApiKeyRequest request, @Idempotent IdempotentRequest attempt) {
        return attempt.answer(
                NewSecretResponse::of,
                NewSecretResponse::kept,
                once -> createApiKey.create(
                        new CreateApiKey.Command(caller, request.toTerms(caller), request.enabledAtOnce(), origin, once)));
    }

    /** List your keys, newest first. Deleted ones are left out. */
    @Get
    @Performs(ListApiKeys.class)
    @RequiresPermission(Permission.API_KEYS_READ)
    ListResponse<ApiKeyResponse> listApiKeys(@Authenticated Caller caller, @RequestBean PageParameters page) {
        var keys = listApiKeys.list(new ListApiKeys.Command(caller, page.toPageRequest(API_KEYS)));
        return ListResponse.of(keys, ApiKeyResponse::of, ApiKey::id, API_KEYS);
    }

    /** Read a key. */
    @Get("/{apiKeyId}")
    @Performs(GetApiKey.class)
    @RequiresPermission(Permission.API_KEYS_READ)
    ApiKeyResponse getApiKey(@Authenticated Caller caller, @Spells(ApiKeyId.class) String apiKeyId) {
        return ApiKeyResponse.of(getApiKey.get(new GetApiKey.Command(caller, id(apiKeyId))));
    }

    /** Change a key's name, permissions, allowed addresses and expiry. */
    @Patch("/{apiKeyId}")
    @Performs(ChangeApiKey.class)
    @RequiresPermission(Permission.API_KEYS_WRITE)
    ApiKeyResponse changeApiKey(
            @Authenticated Caller caller,
            @RequestOrigin Origin origin,
            @Spells(ApiKeyId.class) String apiKeyId,
            @Body ApiKeyChangeRequest request,
            @Idempotent IdempotentRequest attempt) {
        var key = id(apiKeyId);
        return attempt.answer(
                ApiKeyResponse::of,
                once -> changeApiKey.change(new ChangeApiKey.Command(caller, key, request::applyTo, origin, once)));
    }

    /** Delete a key. It stops working everywhere within a second, and for good. */
    @Delete("/{apiKeyId}")
    @Consumes(MediaType.ALL)
    @Performs(ChangeApiKeyStatus.class)
    @RequiresPermission(Permission.API_KEYS_WRITE)
    ApiKeyResponse deleteApiKey(
            @Authenticated Caller caller, @RequestOrigin Origin origin, @Spells(ApiKeyId.class) String apiKeyId,
            @Idempotent IdempotentRequest attempt) {
        return move(caller, origin, apiKeyId, Move.DELETE, attempt);
    }

    /** Enable a pending key. */
    @Post("/{apiKeyId}/enable")
    @Consumes(MediaType.ALL)
    @Performs(ChangeApiKeyStatus.class)
    @RequiresPermission(Permission.API_KEYS_WRITE)
    ApiKeyResponse enableApiKey(
            @Authenticated Caller caller, @RequestOrigin Origin origin, @Spells(ApiKeyId.class) String apiKeyId,
            @Idempotent IdempotentRequest attempt) {
        return move(caller, origin, apiKeyId, Move.ENABLE, attempt);
    }

    /** Lock a key. It stops working everywhere within a second, until it is unlocked. */
    @Post("/{apiKeyId}/lock")
    @Consumes(MediaType.ALL)
    @Performs(ChangeApiKeyStatus.class)
    @RequiresPermission(Permission.API_KEYS_WRITE)
    ApiKeyResponse lockApiKey(
            @Authenticated Caller caller, @RequestOrigin Origin origin, @Spells(ApiKeyId.class) String apiKeyId,
            @Idempotent IdempotentRequest attempt) {
        return move(caller, origin, apiKeyId, Move.LOCK, attempt);
    }

    /** Unlock a key. */
    @Post("/{apiKeyId}/unlock")
    @Consumes(MediaType.ALL)
    @Performs(ChangeApiKeyStatus.class)
    @RequiresPermission(Permission.API_KEYS_WRITE)
    ApiKeyResponse unlockApiKey(
            @Authenticated Caller caller, @RequestOrigin Origin origin, @Spells(ApiKeyId.class) String apiKeyId,
            @Idempotent IdempotentRequest attempt) {
        return move(caller, origin, apiKeyId, Move.UNLOCK, attempt);
    }

    /**
     * Rotate a key's secret. The new one is shown only once, and the old one works beside it for the overlap. A replayed response has no
     * secret: rotate again then.
     */
    @Post("/{apiKeyId}/rotate")
    @Performs(RotateApiKey.class)
    @RequiresPermission(Permission.API_KEYS_WRITE)
    NewSecretResponse rotateApiKey(
            @Authenticated Caller caller,
            @RequestOrigin Origin origin,
            @Spells(ApiKeyId.class) String apiKeyId,
            @Body RotationRequest request,
            @Idempotent IdempotentRequest attempt) {
        var key = id(apiKeyId);
        return attempt.answer(
                NewSecretResponse::of,
                NewSecretResponse::kept,
                once -> rotateApiKey.rotate(
                        new RotateApiKey.Command(caller, key, Duration.parse(request.overlap()), origin, once)));
    }

    private ApiKeyResponse move(Caller caller, Origin origin, String apiKeyId, Move move, IdempotentRequest attempt) {
        var key = id(apiKeyId);
        return attempt.answer(
                ApiKeyResponse::of, once -> moveApiKey.move(new ChangeApiKeyStatus.Command(caller, key, move, origin, once)));
    }

    private static ApiKeyId id(String text) {
        return Parameter.parse("apiKeyId", text, ApiKeyId::parse);
    }
}
