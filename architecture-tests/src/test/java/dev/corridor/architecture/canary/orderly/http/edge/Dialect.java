package dev.corridor.architecture.canary.orderly.http.edge;

import dev.corridor.architecture.canary.orderly.application.Page;
import dev.corridor.architecture.canary.orderly.domain.account.AccountError;
import dev.corridor.architecture.canary.orderly.domain.account.AccountError.AccountNotFound;
import dev.corridor.architecture.canary.orderly.domain.account.AccountError.InsufficientFunds;

/** An edge may know errors, the types of their components, and what lies in the layer itself. */
final class Dialect {

    String write(AccountError error) {
        return switch (error) {
            case AccountNotFound missing -> missing.account().toString();
            case InsufficientFunds funds -> "missing cents: " + funds.missingCents();
        };
    }

    String write(Page<?> page) {
        return page.toString();
    }
}
