package dev.corridor.domain.access;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.organization.OrganizationId;

/** Who is asking, proved by a key. Every use case acts for the caller's organization and sees nothing beyond it. */
public record Caller(OrganizationId organization, ApiKeyId key, Environment environment) {

    /** The sandbox's own operations make money out of nothing: only test keys may call them. */
    public void requireTestKey() {
        if (environment != Environment.SANDBOX) {
            throw new BusinessException(new Forbidden("Only a test key may use the sandbox."));
        }
    }
}
