package dev.corridor.service.rails;

import java.util.Arrays;
import java.util.List;

/** The keys of the file, as its documentation lists them. A part in angle brackets is a name that the operator chooses. */
public enum RailKey {
    BROADCAST_SECONDS(
            "broadcastSeconds", "5",
            "How long the answer to a crypto payout waits for a node to accept it, 1 to 60; after that its outcome is `unknown`."),
    RPC("chains.<chain>.rpc", "", "The JSON-RPC addresses of one to nine nodes. What is final, more than half of them must say."),
    CHAIN_ID("chains.<chain>.chainId", "", "The chain's number (EIP-155). Nodes of another chain are not used."),
    CONFIRMATIONS(
            "chains.<chain>.confirmations", "12",
            "How many blocks make a transaction final, its own included, 1 to 1000. What is final is not undone."),
    TOKENS(
            "chains.<chain>.tokens",
            "",
            "The contracts of the assets that are paid, such as `{ USDC: \"0x...\" }`. On a main network they must be the issuers' own."),
    WALLET("chains.<chain>.wallet", "", "The wallet that pays, by its name under `wallets`. Nothing else may send from it."),
    LOW(
            "chains.<chain>.low",
            "",
            "What the wallet should hold at least, such as `{ USDC: \"10000\" }`. Below it `corridor_rails_wallet_low` is 1, and an alert fires."),
    XPUB(
            "chains.<chain>.deposits.xpub",
            "",
            "Connects deposits: the extended public key (BIP-32) that each account's address is derived from, at `0/0`, `0/1` and so on below it. It can spend nothing."),
    MAX_FEE_GWEI("chains.<chain>.maxFeeGwei", "500", "What a unit of gas may cost at most, 1 to 100000 gwei; above it payouts are refused."),
    REPLACE_AFTER_SECONDS(
            "chains.<chain>.replaceAfterSeconds",
            "120",
            "How long a transaction may be the wallet's next before more is offered for it, 5 to 86400; up to ten times, a quarter more each time."),
    TIMEOUT_SECONDS("chains.<chain>.timeoutSeconds", "2", "The time limit of a call of a node, 1 to 60."),
    KEYSTORE("wallets.<wallet>.keystore", "", "An encrypted key file (Web3 Secret Storage, version 3)."),
    PASSWORD_FILE("wallets.<wallet>.passwordFile", "", "The file with its password, in one line."),
    PASSWORD_VARIABLE("wallets.<wallet>.passwordVariable", "", "Instead: the environment variable with its password."),
    WEB3SIGNER("wallets.<wallet>.web3signer", "", "Instead of a keystore: the address of a Web3Signer, which holds the key in a KMS or an HSM."),
    ADDRESS("wallets.<wallet>.address", "", "The wallet's own address, with `web3signer`."),
    FORMAT("banks.<bank>.format", "iso20022", "The format of the files: ISO 20022 is the only one."),
    OUTBOX("banks.<bank>.outbox", "", "The folder where payment orders for the bank are put. It must exist; with `sftp` it is one of the server."),
    INBOX("banks.<bank>.inbox", "", "The folder where the bank puts its reports, likewise."),
    CURRENCIES("banks.<bank>.currencies", "", "What the account holds, such as `[EUR, USD]`. Euros are paid by SEPA and by wire, others by wire."),
    IBAN("banks.<bank>.account.iban", "", "The account that pays."),
    BIC("banks.<bank>.account.bic", "", "The bank's BIC."),
    NAME("banks.<bank>.account.name", "", "The holder of the account, at most 70 Latin letters, digits and signs."),
    SFTP_HOST("banks.<bank>.sftp.host", "", "Instead of folders of this machine: the bank's server."),
    SFTP_PORT("banks.<bank>.sftp.port", "22", "Its port, 1 to 65535."),
    SFTP_USER("banks.<bank>.sftp.user", "", "The house's name there."),
    SFTP_HOST_KEY("banks.<bank>.sftp.hostKey", "", "The fingerprint of the server's key, `SHA256:...`. A server with another one is refused."),
    SFTP_KEY_FILE("banks.<bank>.sftp.keyFile", "", "The file with the house's private key, not encrypted."),
    SFTP_PASSWORD_FILE("banks.<bank>.sftp.passwordFile", "", "Instead: the file with its password, in one line."),
    SFTP_PASSWORD_VARIABLE("banks.<bank>.sftp.passwordVariable", "", "Instead: the environment variable with its password.");

    private final String path;
    private final String defaultValue;
    private final String meaning;

    RailKey(String path, String defaultValue, String meaning) {
        this.path = path;
        this.defaultValue = defaultValue;
        this.meaning = meaning;
    }

    public String path() {
        return path;
    }

    /** Empty if there is none. */
    public String defaultValue() {
        return defaultValue;
    }

    /** A description in Markdown. */
    public String meaning() {
        return meaning;
    }

    /** The last part of its path. */
    String key() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    int defaultNumber() {
        return Integer.parseInt(defaultValue);
    }

    /** The keys under that path. */
    static List<String> under(String parent) {
        return Arrays.stream(values())
                .filter(key -> key.path.equals(parent + key.key()))
                .map(RailKey::key)
                .toList();
    }
}
