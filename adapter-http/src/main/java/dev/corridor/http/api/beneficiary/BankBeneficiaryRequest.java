package dev.corridor.http.api.beneficiary;

import static dev.corridor.http.edge.wire.OptionalText.orEmpty;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.corridor.application.beneficiary.RegisterBeneficiary;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.reference.Reference;
import dev.corridor.domain.reference.Reference.Kind;
import dev.corridor.http.api.account.AnAccountId;
import dev.corridor.http.edge.body.JsonRequest;
import dev.corridor.http.edge.validation.Is;
import dev.corridor.http.edge.validation.Metadata;
import dev.corridor.http.edge.validation.Relations;
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

@Introspected
record BankBeneficiaryRequest(
        @Required @Is(AnAccountId.class) String accountId,
        @Nullable @Text(max = Reference.MAX_LENGTH) String reference,
        @Required @Text(max = 100) String nickname,
        @JsonUnwrapped @Valid BankFields bank,
        @JsonUnwrapped @Valid IdentityFields identity,
        @Nullable @Is(Tags.class) List<String> tags,
        @Nullable @Is(Metadata.class) Map<String, String> metadata)
        implements JsonRequest {

    @Override
    public void relate(Relations fields) {
        if (fields.isSound("method", bank.method()) && fields.isSound("currency", bank.currency())) {
            var account = bank.toBankAccount(fields.assets());
            boolean isHolderKnown = fields.isSound("entityType") && fields.isSound("dateOfBirth");
            fields.addFromDomain(
                    isHolderKnown
                            ? Beneficiary.faults(orEmpty(nickname), account, identity.toIdentity(), fields.environment())
                            : account.faults(fields.environment()));
        }
    }

    RegisterBeneficiary.Command toCommand(Caller caller, AssetCatalogue assets, Once<Beneficiary> once) {
        return new RegisterBeneficiary.Command(
                caller,
                AccountId.parse(accountId),
                Optional.ofNullable(reference).map(text -> new Reference(caller.organization(), Kind.BENEFICIARY, text)),
                nickname,
                bank.toBankAccount(assets),
                identity.toIdentity(),
                OptionalCollections.tags(tags),
                OptionalCollections.metadata(metadata),
                once);
    }

    /** Omits personal data. */
    @Override
    public String toString() {
        return "BankBeneficiaryRequest[" + accountId + "]";
    }
}
