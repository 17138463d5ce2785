package dev.corridor.http.api.transaction;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.corridor.application.idempotency.Once;
import dev.corridor.application.transaction.PayOutCrypto;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.transaction.PayoutOrder;
import dev.corridor.domain.transaction.PayoutOrder.Way;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.http.api.account.AnAccountId;
import dev.corridor.http.api.beneficiary.KnownChain;
import dev.corridor.http.api.fee.ExpectedFeeSchedule;
import dev.corridor.http.edge.body.JsonRequest;
import dev.corridor.http.edge.validation.AssetCode;
import dev.corridor.http.edge.validation.DecimalAmount;
import dev.corridor.http.edge.validation.Is;
import dev.corridor.http.edge.validation.Moment;
import dev.corridor.http.edge.validation.Relations;
import dev.corridor.http.edge.validation.Required;
import dev.corridor.http.edge.wire.Spells;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import jakarta.validation.Valid;
import java.util.Optional;

/** @param executeAt when it is to be made, at most a year ahead; at once if absent */
@Introspected
record CryptoPayoutRequest(
        @Required @Is(AnAccountId.class) String accountId,
        @Required @Is(ABeneficiaryId.class) String beneficiaryId,
        @Required @Is(DecimalAmount.class) String amount,
        @Required @AssetCode(Asset.Kind.STABLECOIN) String asset,
        @Required @Spells(KnownChain.class) String chainName,
        @Nullable @Valid ExpectedFeeSchedule expectedFeeSchedule,
        @Nullable @Is(Moment.class) String executeAt,
        @JsonUnwrapped @Valid NotesFields notes)
        implements JsonRequest {

    @Override
    public void relate(Relations fields) {
        fields.fits("amount", amount, asset);
        ExpectedFeeSchedule.relate(expectedFeeSchedule, asset, fields);
        KnownChain.require("chainName", chainName, fields);
    }

    PayOutCrypto.Command toCommand(Caller caller, AssetCatalogue assets, Once<Transaction> once) {
        return new PayOutCrypto.Command(
                caller,
                AccountId.parse(accountId),
                BeneficiaryId.parse(beneficiaryId),
                Money.of(amount, assets.get(asset)),
                ChainName.find(chainName, caller.environment()).orElseThrow(),
                ExpectedFeeSchedule.toDomain(expectedFeeSchedule, assets.get(asset)),
                Optional.ofNullable(executeAt).map(Timestamp::parse),
                notes.toMemo(caller),
                Optional.empty(),
                once);
    }

    /** As an item of a batch. */
    PayoutOrder toOrder(Caller caller, AssetCatalogue assets) {
        return new PayoutOrder(
                AccountId.parse(accountId),
                BeneficiaryId.parse(beneficiaryId),
                Money.of(amount, assets.get(asset)),
                new Way.OverChain(ChainName.find(chainName, caller.environment()).orElseThrow()),
                ExpectedFeeSchedule.toDomain(expectedFeeSchedule, assets.get(asset)),
                Optional.ofNullable(executeAt).map(Timestamp::parse),
                notes.toMemo(caller));
    }
}
