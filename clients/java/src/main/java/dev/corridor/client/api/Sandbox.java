package dev.corridor.client.api;

import dev.corridor.client.Request;
import dev.corridor.client.Target;
import dev.corridor.client.model.DepositRequest;
import dev.corridor.client.model.Organization;
import dev.corridor.client.model.OrganizationChangeRequest;
import dev.corridor.client.model.ReturnRequest;
import dev.corridor.client.model.SandboxOrganization;
import dev.corridor.client.model.SandboxOrganizationRequest;
import dev.corridor.client.model.Transaction;

public final class Sandbox {

    private Sandbox() {}

    /** Deposit money on an account, at once: fiat assets from a bank, stablecoins over a chain. Requires {@code sandbox:write}. */
    public static Request<Transaction> deposit(DepositRequest body) {
        return Request.once("POST", "/v1/sandbox/deposits", Transaction.class).body(body);
    }

    /** Create an organization with a primary account and a key, which is shown this once. Requires {@code sandbox:write}. */
    public static Request<SandboxOrganization> createOrganization(SandboxOrganizationRequest body) {
        return Request.of("POST", "/v1/sandbox/organizations", SandboxOrganization.class).body(body);
    }

    /**
     * Act as the operator of an organization that you have created: approve or close it, or switch its crypto payouts. Requires {@code
     * sandbox:write}.
     */
    public static Request<Organization> changeOrganization(String organizationId, OrganizationChangeRequest body) {
        return Request.once("PATCH", Target.path("/v1/sandbox/organizations/{organizationId}", organizationId), Organization.class).body(body);
    }

    /** Decline a LOCKED payout: the money becomes available again. Requires {@code sandbox:write}. */
    public static Request<Transaction> decline(String transactionId) {
        return Request.once("POST", Target.path("/v1/sandbox/transactions/{transactionId}/decline", transactionId), Transaction.class);
    }

    /**
     * Let money of a COMPLETED payout come back, all that is still out or a part, by a transaction of its own: the answer is that. Requires {@code
     * sandbox:write}.
     */
    public static Request<Transaction> bringBack(String transactionId, ReturnRequest body) {
        return Request.once("POST", Target.path("/v1/sandbox/transactions/{transactionId}/return", transactionId), Transaction.class).body(body);
    }

    /** Settle a LOCKED payout. Requires {@code sandbox:write}. */
    public static Request<Transaction> settle(String transactionId) {
        return Request.once("POST", Target.path("/v1/sandbox/transactions/{transactionId}/settle", transactionId), Transaction.class);
    }
}
