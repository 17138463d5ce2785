package dev.corridor.http.api.organization;

import dev.corridor.application.idempotency.Once;
import dev.corridor.application.organization.ImportVerification;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.ShareToken;
import dev.corridor.http.edge.body.JsonRequest;
import dev.corridor.http.edge.validation.Required;
import dev.corridor.http.edge.validation.Text;
import io.micronaut.core.annotation.Introspected;

/** @param shareToken as the provider of verifications has made it */
@Introspected
record ShareTokenRequest(@Required @Text(max = ShareToken.MAX_LENGTH) String shareToken) implements JsonRequest {

    ImportVerification.Command toCommand(Caller caller, Origin origin, Once<Organization> once) {
        return new ImportVerification.Command(caller, new ShareToken(shareToken), origin, once);
    }

    /** It is a secret. */
    @Override
    public String toString() {
        return "ShareTokenRequest[…]";
    }
}
