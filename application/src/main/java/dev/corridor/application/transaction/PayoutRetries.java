package dev.corridor.application.transaction;

import dev.corridor.domain.error.BusinessError;

/** Which refusals of a payout that is decided without a request pass by themselves, so that it is tried again. */
final class PayoutRetries {

    private PayoutRetries() {}

    static boolean passes(BusinessError error) {
        return switch (error.kind()) {
            case LIMITED, UPSTREAM, UNAVAILABLE, INTERNAL -> true;
            case INVALID, UNAUTHENTICATED, FORBIDDEN, LOCKED, NOT_FOUND, CONFLICT, UNFUNDED -> false;
        };
    }
}
