package dev.corridor.http.api.beneficiary;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.corridor.application.beneficiary.RegisterBeneficiary;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.beneficiary.Destination.CryptoAddress;
import dev.corridor.domain.reference.Reference.Kind;
import dev.corridor.domain.reference.Reference;
import dev.corridor.http.api.account.AnAccountId;
import dev.corridor.http.edge.body.JsonRequest;
import dev.corridor.http.edge.validation.Is;
import dev.corridor.http.edge.validation.Metadata;
import dev.corridor.http.edge.validation.Relations;
import dev.corridor.http.edge.validation.Required;
import dev.corridor.http.edge.validation.Tags;
import dev.corridor.http.edge.validation.Text;
import dev.corridor.http.edge.wire.OptionalCollections;
import dev.corridor.http.edge.wire.Spells;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@Introspected
record CryptoBeneficiaryRequest(
        @Required @Is(AnAccountId.class) String accountId,
        @Nullable @Text(max = Reference.MAX_LENGTH) String reference,
        @Required @Text(max = 100) String nickname,
        @Required @Spells(KnownChain.class) String chainName,
        @Required @Text(max = 100) String address,
        @JsonUnwrapped @Valid IdentityFields identity,
        @Nullable @Is(Tags.class) List<String> tags,
        @Nullable @Is(Metadata.class) Map<String, String> metadata)
        implements JsonRequest {

    @Override
    public void relate(Relations fields) {
        KnownChain.require("chainName", chainName, fields);
        if (fields.isSound("chainName", chainName) && fields.isSound("address", address)) {
            ChainName.find(chainName, fields.environment())
                    .flatMap(chain -> CryptoAddress.faultOf(chain.platform(), address, fields.environment()))
                    .ifPresent(fault -> fields.addFromDomain(List.of(fault)));
        }
    }

    RegisterBeneficiary.Command toCommand(Caller caller, Once<Beneficiary> once) {
        var chain = ChainName.find(chainName, caller.environment()).orElseThrow();
        return new RegisterBeneficiary.Command(
                caller,
                AccountId.parse(accountId),
                Optional.ofNullable(reference).map(text -> new Reference(caller.organization(), Kind.BENEFICIARY, text)),
                nickname,
                new CryptoAddress(chain, address),
                identity.toIdentity(),
                OptionalCollections.tags(tags),
                OptionalCollections.metadata(metadata),
                once);
    }

    /** Omits personal data. */
    @Override
    public String toString() {
        return "CryptoBeneficiaryRequest[" + accountId + "]";
    }
}
