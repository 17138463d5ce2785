package dev.corridor.http.api.beneficiary;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.corridor.application.beneficiary.RegisterNetworkBeneficiary;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.organization.NetworkHandle;
import dev.corridor.domain.reference.Reference;
import dev.corridor.domain.reference.Reference.Kind;
import dev.corridor.http.api.account.AnAccountId;
import dev.corridor.http.api.organization.ANetworkHandle;
import dev.corridor.http.edge.body.JsonRequest;
import dev.corridor.http.edge.validation.Is;
import dev.corridor.http.edge.validation.Metadata;
import dev.corridor.http.edge.validation.Required;
import dev.corridor.http.edge.validation.Tags;
import dev.corridor.http.edge.validation.Text;
import dev.corridor.http.edge.wire.OptionalCollections;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** @param targetHandle by which the organization takes part in the network */
@Introspected
record NetworkBeneficiaryRequest(
        @Required @Is(AnAccountId.class) String accountId,
        @Nullable @Text(max = Reference.MAX_LENGTH) String reference,
        @Required @Text(max = 100) String nickname,
        @Required @Is(ANetworkHandle.class) String targetHandle,
        @JsonUnwrapped @Valid IdentityFields identity,
        @Nullable @Is(Tags.class) List<String> tags,
        @Nullable @Is(Metadata.class) Map<String, String> metadata)
        implements JsonRequest {

    RegisterNetworkBeneficiary.Command toCommand(Caller caller, Once<Beneficiary> once) {
        return new RegisterNetworkBeneficiary.Command(
                caller,
                AccountId.parse(accountId),
                Optional.ofNullable(reference).map(text -> new Reference(caller.organization(), Kind.BENEFICIARY, text)),
                nickname,
                new NetworkHandle(targetHandle),
                identity.toIdentity(),
                OptionalCollections.tags(tags),
                OptionalCollections.metadata(metadata),
                once);
    }

    /** Omits personal data. */
    @Override
    public String toString() {
        return "NetworkBeneficiaryRequest[" + accountId + "]";
    }
}
