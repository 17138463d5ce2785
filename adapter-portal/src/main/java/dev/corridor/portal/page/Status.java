package dev.corridor.portal.page;

import dev.corridor.domain.organization.LetterStatus;
import dev.corridor.domain.organization.OrganizationStatus;
import dev.corridor.domain.organization.VerificationStatus;
import dev.corridor.domain.transaction.TransactionStatus;

/** A state as a chip: a word, and a colour that only repeats it. */
public record Status(String title, String style) {

    public static Status of(TransactionStatus status) {
        return new Status(Written.words(status), switch (status) {
            case EXPECTED -> "note";
            case LOCKED -> "wait";
            case COMPLETED -> "good";
            case DECLINED -> "bad";
            case REFUNDED -> "note";
        });
    }

    public static Status of(VerificationStatus status) {
        return new Status(Written.words(status), switch (status) {
            case NOT_STARTED -> "note";
            case PENDING, ON_HOLD, RESUBMISSION_REQUIRED -> "wait";
            case APPROVED -> "good";
            case REJECTED -> "bad";
        });
    }

    public static Status of(LetterStatus status) {
        return new Status(Written.words(status), switch (status) {
            case PENDING -> "wait";
            case ACTIVE -> "good";
            case REVOKED -> "note";
        });
    }

    public static Status of(OrganizationStatus status) {
        return new Status(Written.words(status), switch (status) {
            case APPROVED -> "good";
            case NOT_APPROVED -> "wait";
            case CLOSED -> "bad";
        });
    }
}
