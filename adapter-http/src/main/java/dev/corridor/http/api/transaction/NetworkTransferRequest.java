package dev.corridor.http.api.transaction;

import dev.corridor.application.idempotency.Once;
import dev.corridor.application.transaction.TransferOverNetwork;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.reference.Reference;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.http.api.account.AnAccountId;
import dev.corridor.http.edge.body.JsonRequest;
import dev.corridor.http.edge.validation.AssetCode;
import dev.corridor.http.edge.validation.DecimalAmount;
import dev.corridor.http.edge.validation.Is;
import dev.corridor.http.edge.validation.Metadata;
import dev.corridor.http.edge.validation.Relations;
import dev.corridor.http.edge.validation.Required;
import dev.corridor.http.edge.validation.Tags;
import dev.corridor.http.edge.validation.Text;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.util.List;
import java.util.Map;

/** @param note also the receiver's to read; the reference, the tags and the metadata are not */
@Introspected
record NetworkTransferRequest(
        @Required @Is(AnAccountId.class) String accountId,
        @Required @Is(ABeneficiaryId.class) String beneficiaryId,
        @Required @Is(DecimalAmount.class) String amount,
        @Required @AssetCode String asset,
        @Nullable @Text(max = Reference.MAX_LENGTH) String reference,
        @Nullable @Text(max = 500) String note,
        @Nullable @Is(Tags.class) List<String> tags,
        @Nullable @Is(Metadata.class) Map<String, String> metadata)
        implements JsonRequest {

    @Override
    public void relate(Relations fields) {
        fields.fits("amount", amount, asset);
    }

    TransferOverNetwork.Command toCommand(Caller caller, AssetCatalogue assets, Once<Transaction> once) {
        return new TransferOverNetwork.Command(
                caller,
                AccountId.parse(accountId),
                BeneficiaryId.parse(beneficiaryId),
                Money.of(amount, assets.get(asset)),
                new NotesFields(reference, note, tags, metadata).toMemo(caller),
                once);
    }

    /** The note may contain personal data. */
    @Override
    public String toString() {
        return "NetworkTransferRequest[" + accountId + ", " + beneficiaryId + "]";
    }
}
