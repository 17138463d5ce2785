package dev.corridor.http.probe;

import dev.corridor.application.access.Authenticate;
import dev.corridor.application.idempotency.RememberRefusal;
import dev.corridor.domain.access.AccessError;
import dev.corridor.domain.access.AccessError.AuthenticationFailed;
import dev.corridor.domain.access.AccessError.InvalidApiKey;
import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.http.dialect.DialectSettings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.UUID;

/** What {@code service} will provide. */
@Factory
class ProbeBeans {

    static final String GOOD_KEY = "nxos_sk_test_0123456789abcdef";
    static final String KEY_OF_AN_UNREACHABLE_STORE = "nxos_sk_test_unreachable";
    static final String KEY_THAT_SPEAKS_TICKDB = "nxos_sk_test_that_speaks_tickdb";
    static final OrganizationId ORGANIZATION = new OrganizationId(new UUID(1, 2));

    @Singleton
    AssetCatalogue assets() {
        return AssetCatalogue.STANDARD;
    }

    @Singleton
    DialectSettings dialects() {
        return DialectSettings.STANDARD;
    }

    @Singleton
    Authenticate authenticate() {
        return command -> switch (command.presentedKey()) {
            case GOOD_KEY, KEY_THAT_SPEAKS_TICKDB -> new Caller(ORGANIZATION, new ApiKeyId(new UUID(3, 4)), Environment.SANDBOX);
            case KEY_OF_AN_UNREACHABLE_STORE -> throw refusal(new AuthenticationFailed());
            default -> throw refusal(new InvalidApiKey());
        };
    }

    @Singleton
    RememberRefusal rememberRefusal() {
        return command -> {};
    }

    private static BusinessException refusal(AccessError error) {
        return new BusinessException(error);
    }
}
