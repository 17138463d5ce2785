package dev.corridor.client.api;

import dev.corridor.client.Listing;
import dev.corridor.client.Request;
import dev.corridor.client.Target;
import dev.corridor.client.model.Account;
import dev.corridor.client.model.AccountChangeRequest;
import dev.corridor.client.model.Asset;
import dev.corridor.client.model.AssetBalance;
import dev.corridor.client.model.DrawUpStatementQuery;
import dev.corridor.client.model.Entry;
import dev.corridor.client.model.FundingMethod;
import dev.corridor.client.model.GetBalanceQuery;
import dev.corridor.client.model.OpenAccountRequest;
import dev.corridor.client.model.Statement;
import java.util.List;

public final class Accounts {

    private Accounts() {}

    /** List your accounts, newest first, without their balances. Requires {@code accounts:read}. */
    public static Listing<Account> listAccounts() {
        return Listing.of("/v1/accounts", Account.class);
    }

    /** Open a further account of your organization. Requires {@code accounts:write}. */
    public static Request<Account> openAccount(OpenAccountRequest body) {
        return Request.once("POST", "/v1/accounts", Account.class).body(body);
    }

    /** Read an account with its balances: one per asset that it has ever held. Requires {@code accounts:read}. */
    public static Request<Account> getAccount(String accountId) {
        return Request.of("GET", Target.path("/v1/accounts/{accountId}", accountId), Account.class);
    }

    /** Rename an account, suspend it, take it up again, or close it for good once it holds nothing. Requires {@code accounts:write}. */
    public static Request<Account> changeAccount(String accountId, AccountChangeRequest body) {
        return Request.once("PATCH", Target.path("/v1/accounts/{accountId}", accountId), Account.class).body(body);
    }

    /** Read the balance of one asset, now or in the past; zero if the account has never held it. Requires {@code accounts:read}. */
    public static Request<AssetBalance> getBalance(String accountId, Asset asset) {
        return Request.of("GET", Target.path("/v1/accounts/{accountId}/balances/{asset}", accountId, asset), AssetBalance.class);
    }

    /** Read the balance of one asset, now or in the past; zero if the account has never held it. Requires {@code accounts:read}. */
    public static Request<AssetBalance> getBalance(String accountId, Asset asset, GetBalanceQuery query) {
        return Request.of("GET", Target.path("/v1/accounts/{accountId}/balances/{asset}", accountId, asset), AssetBalance.class).query(query);
    }

    /** List the entries of an account in the double-entry ledger, newest first, each with the balance after it. Requires {@code accounts:read}. */
    public static Listing<Entry> listEntries(String accountId) {
        return Listing.of(Target.path("/v1/accounts/{accountId}/entries", accountId), Entry.class);
    }

    /**
     * Create a statement of one asset: the opening balance, one line per step of a transaction with the balance after it, and the closing balance.
     * Requires {@code accounts:read}.
     */
    public static Request<Statement> drawUpStatement(String accountId, Asset asset) {
        return Request.of("GET", Target.path("/v1/accounts/{accountId}/statement", accountId), Statement.class).query("asset", asset);
    }

    /**
     * Create a statement of one asset: the opening balance, one line per step of a transaction with the balance after it, and the closing balance.
     * Requires {@code accounts:read}.
     */
    public static Request<Statement> drawUpStatement(String accountId, Asset asset, DrawUpStatementQuery query) {
        return Request.of("GET", Target.path("/v1/accounts/{accountId}/statement", accountId), Statement.class).query("asset", asset).query(query);
    }

    /** Read a way to pay one of your accounts from outside. Requires {@code accounts:read}. */
    public static Request<FundingMethod> getFundingMethod(String fundingMethodId) {
        return Request.of("GET", Target.path("/v1/funding-methods/{fundingMethodId}", fundingMethodId), FundingMethod.class);
    }
}
