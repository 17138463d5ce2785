package dev.corridor.service.api;

import dev.corridor.service.Await;

/** An organization and its primary account, and what it usually does. */
record Customer(ApiClient api, String organization, String account) {

    static final String AN_ADDRESS = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";

    /** From here on it is answered in another error contract. */
    Customer speaking(String dialect) {
        return new Customer(api.speaking(dialect), organization, account);
    }

    String key() {
        return api.headers().get("Authorization").substring("Bearer ".length());
    }

    /** Answers the transaction. */
    String deposit(String amount, String asset) {
        return api.post("/v1/sandbox/deposits", aDeposit(amount, asset)).isOk().text("/transactionId");
    }

    Body aDeposit(String amount, String asset) {
        return Body.of("accountId", account, "asset", asset, "amount", amount);
    }

    /** Answers the beneficiary. */
    String registerWallet() {
        return registerWallet(AN_ADDRESS);
    }

    String registerWallet(String address) {
        return api.post("/v1/beneficiaries/crypto", aWallet().with("address", address)).isOk().text("/beneficiaryId");
    }

    Body aWallet() {
        return Body.of("accountId", account, "nickname", "Supplier", "chainName", "ETHEREUM_SEPOLIA", "address", AN_ADDRESS);
    }

    /** Answers the beneficiary. */
    String registerBankAccount() {
        return api.post("/v1/beneficiaries/bank", aBankAccount()).isOk().text("/beneficiaryId");
    }

    String registerBankAccountOf(String holder) {
        return api.post("/v1/beneficiaries/bank", aBankAccount().with("legalName", holder)).isOk().text("/beneficiaryId");
    }

    /** A batch of payouts. */
    Answer handIn(String contentType, String items) {
        return api.post("/v1/payout-batches", contentType, items);
    }

    Body aBankAccount() {
        return Body.of(
                "accountId", account,
                "nickname", "Landlord",
                "bankName", "Deutsche Bank",
                "method", "SEPA",
                "currency", "EUR",
                "swiftCode", "DEUTDEFF",
                "iban", "DE89370400440532013000");
    }

    /** Archives it for good. */
    void archive(String beneficiary) {
        api.delete("/v1/beneficiaries/" + beneficiary + "?accountId=" + account).isOk();
    }

    /** Answers the quote, of dollars for USDC. */
    String quote(String amount) {
        return api.post("/v1/quotes", aQuote(amount)).isOk().text("/quoteId");
    }

    Body aQuote(String amount) {
        return Body.of("accountId", account, "fromAsset", "USD", "toAsset", "USDC", "fromAmount", amount);
    }

    Answer execute(String quote) {
        return api.post("/v1/quotes/" + quote + "/execute");
    }

    Answer payOut(Body payout) {
        return api.post(payout.members().has("chainName") ? "/v1/transactions/crypto-payouts" : "/v1/transactions/fiat-payouts", payout);
    }

    /** In USDC, over Ethereum. */
    Body aCryptoPayout(String beneficiary, String amount) {
        return Body.of(
                "accountId", account,
                "beneficiaryId", beneficiary,
                "amount", amount,
                "asset", "USDC",
                "chainName", "ETHEREUM_SEPOLIA");
    }

    /** In euros, by SEPA. */
    Body aFiatPayout(String beneficiary, String amount) {
        return Body.of("accountId", account, "beneficiaryId", beneficiary, "amount", amount, "asset", "EUR", "method", "SEPA");
    }

    /** To another account of its own. */
    Body aTransfer(String to, String amount, String asset) {
        return Body.of("fromAccountId", account, "toAccountId", to, "amount", amount, "asset", asset);
    }

    Body aNetworkTransfer(String beneficiary, String amount, String asset) {
        return Body.of("accountId", account, "beneficiaryId", beneficiary, "amount", amount, "asset", asset);
    }

    /** Answers its handle. */
    String joinNetwork() {
        var handle = "member-" + account.substring(account.length() - 12);
        return api.patch("/v1/organizations/nxosnet", Body.of("handle", handle).with("{\"enabled\":true,\"showOrganizationName\":true}"))
                .isOk()
                .text("/handle");
    }

    /** Answers the beneficiary. */
    String registerNetworkBeneficiary(String handle) {
        var beneficiary = Body.of("accountId", account, "nickname", "Globex", "targetHandle", handle);
        return api.post("/v1/beneficiaries/nxosnet", beneficiary).isOk().text("/beneficiaryId");
    }

    /** Answers the account. */
    String openAccount(String name) {
        return api.post("/v1/accounts", Body.of("name", name)).isOk().text("/accountId");
    }

    Answer reverse(String transaction) {
        return api.post("/v1/transactions/" + transaction + "/reverse", Body.of("reason", "Wrong account").with("evidence", "Ticket 7"));
    }

    String statusOf(String transaction) {
        return api.get("/v1/transactions/" + transaction).isOk().text("/status");
    }

    /** Asks again and again: the look-out for payouts comes by when it comes by. */
    void awaitStatus(String transaction, String status) {
        Await.until(transaction + " is " + status, () -> statusOf(transaction).equals(status));
    }

    /** "available + locked", in major units. */
    String balance(String asset) {
        var balance = api.get("/v1/accounts/" + account + "/balances/" + asset).isOk();
        return balance.text("/amount") + " + " + balance.text("/locked");
    }
}
