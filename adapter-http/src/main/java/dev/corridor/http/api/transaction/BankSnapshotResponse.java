package dev.corridor.http.api.transaction;

import dev.corridor.domain.transaction.Details;
import dev.corridor.http.edge.wire.OptionalText;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/** The bank account at the time of the payout. */
@Serdeable
record BankSnapshotResponse(
        String bankName, @Nullable String swiftCode, @Nullable String accountNumber, @Nullable String iban) {

    static BankSnapshotResponse of(Details.FiatPayout payout) {
        return new BankSnapshotResponse(
                payout.bankName(),
                OptionalText.orNull(payout.swiftCode()),
                OptionalText.orNull(payout.accountNumber()),
                OptionalText.orNull(payout.iban()));
    }

    /** Omits personal data. */
    @Override
    public String toString() {
        return "BankSnapshotResponse[" + bankName + "]";
    }
}
