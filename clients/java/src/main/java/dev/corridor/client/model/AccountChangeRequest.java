package dev.corridor.client.model;

import java.util.Map;

/** A change of an account. Absent members stay unchanged; at least one must be there. */
public final class AccountChangeRequest extends Members<AccountChangeRequest> {

    private AccountChangeRequest(Map<String, Object> values) {
        super(values);
    }

    /** With what is required. */
    public static AccountChangeRequest of() {
        return new AccountChangeRequest(Map.of());
    }

    @Override
    AccountChangeRequest copy(Map<String, Object> values) {
        return new AccountChangeRequest(values);
    }

    public AccountChangeRequest name(String name) {
        return with("name", name);
    }

    public AccountChangeRequest description(String description) {
        return with("description", description);
    }

    /** SUSPENDED to keep the money and take no new transactions, ACTIVE to take them again, CLOSED for good. */
    public AccountChangeRequest status(AccountStatus status) {
        return with("status", status);
    }
}
