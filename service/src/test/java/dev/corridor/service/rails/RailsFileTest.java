package dev.corridor.service.rails;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.bank.folder.SftpFolders.Credential;
import dev.corridor.bank.folder.SftpFolders.Server;
import dev.corridor.bank.iso.PayingAccount;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.organization.Environment;
import dev.corridor.service.rails.Rails.BankConnection;
import dev.corridor.service.rails.Rails.Exchange;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RailsFileTest {

    private static final String COMPLETE = """
            broadcastSeconds: 7
            chains:
              ETHEREUM_SEPOLIA:
                rpc: [http://127.0.0.1:8545, "https://node.example/key"]
                chainId: 11155111
                confirmations: 2
                tokens: { USDC: "0x1c7D4B196Cb0C7B01d743Fbc6116a902379C7238" }
                wallet: hot
                deposits: { xpub: xpub6Ce9NcJvTk36xtLSrJLZqE7wtgA5deCeYs7rSQtreh4cj6ByPtrg9sD7V2FNFLPnf8heNP3FGkeV9qwfzvZNSd54JoNXVsXFYSYwHsnJxqP }
                maxFeeGwei: 100
                replaceAfterSeconds: 60
                timeoutSeconds: 3
                low: { USDC: "10000.50" }
            wallets:
              hot: { keystore: hot.json, passwordFile: hot.pw }
            banks:
              main:
                format: iso20022
                outbox: out
                inbox: in
                currencies: [EUR, USD]
                account: { iban: "DE89370400440532013000", bic: "COBADEFF", name: "Corridor Zürich" }
            """;

    /** Source: go-ethereum, {@code v3_test_vector.json}. */
    private static final String KEYSTORE = """
            {"crypto":{"cipher":"aes-128-ctr","cipherparams":{"iv":"e0c41130a323adc1446fc82f724bca2f"},
            "ciphertext":"9517cd5bdbe69076f9bf5057248c6c050141e970efa36ce53692d5d59a3984","kdf":"scrypt",
            "kdfparams":{"dklen":32,"n":2,"r":8,"p":1,"salt":"711f816911c92d649fb4c84b047915679933555030b3552c1212609b38208c63"},
            "mac":"d5e116151c6aa71470e67a7d42c9620c75c4d23229847dcc127794f0732b0db5"},"version":3}
            """;

    private static final String ADDRESS = "0xd1e64e5480bfaf733ba7d48712decb8227797a4e";

    private final List<String> problems = new ArrayList<>();

    @TempDir
    private Path directory;

    @BeforeEach
    void files_lie_beside_it() throws IOException {
        Files.writeString(directory.resolve("hot.json"), KEYSTORE);
        Files.writeString(directory.resolve("hot.pw"), "foo\n");
        Files.writeString(directory.resolve("wrong.pw"), "bar\n");
        Files.createDirectory(directory.resolve("out"));
        Files.createDirectory(directory.resolve("in"));
    }

    @Test
    void a_complete_file_connects_a_chain() throws IOException {
        var rails = read(COMPLETE);

        assertThat(problems).isEmpty();
        assertThat(rails.patience()).isEqualTo(Duration.ofSeconds(7));
        var connection = rails.chains().get(ChainName.ETHEREUM_SEPOLIA);
        assertThat(connection.signer().address()).isEqualTo(ADDRESS);
        var settings = connection.settings();
        assertThat(settings.rpc()).containsExactly(URI.create("http://127.0.0.1:8545"), URI.create("https://node.example/key"));
        assertThat(settings.chainId()).isEqualTo(11155111);
        assertThat(settings.confirmations()).isEqualTo(2);
        assertThat(settings.tokens()).isEqualTo(Map.of(Asset.USDC, "0x1c7d4b196cb0c7b01d743fbc6116a902379c7238"));
        assertThat(settings.maxFee()).isEqualTo(BigInteger.valueOf(100_000_000_000L));
        assertThat(settings.replaceAfter()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(connection.low()).isEqualTo(Map.of(Asset.USDC, Money.of("10000.50", Asset.USDC)));
        assertThat(connection.deposits()).hasValueSatisfying(
                key -> assertThat(key.address(0)).isEqualTo("0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266"));
        assertThat(rails.toString()).doesNotContain("key").doesNotContain("xpub");
    }

    @Test
    void what_the_wallet_should_hold_is_an_amount_of_a_token_that_it_pays() throws IOException {
        read(COMPLETE.replace("low: { USDC: \"10000.50\" }", "low: { USDC: \"much\", USDT: \"1\" }"));

        assertThat(problems).containsExactlyInAnyOrder(
                "chains.ETHEREUM_SEPOLIA.low.USDC must be an amount in quotes, such as \"10000\"",
                "chains.ETHEREUM_SEPOLIA.low.USDT is not a key; known are USDC");
    }

    @Test
    void a_complete_file_connects_a_bank() throws IOException {
        var rails = read(COMPLETE);

        assertThat(rails.banks()).containsExactly(new BankConnection(
                "main",
                Set.of(Asset.EUR, Asset.USD),
                new PayingAccount("Corridor Zurich", "DE89370400440532013000", "COBADEFF"),
                new Exchange.Local(directory.resolve("out"), directory.resolve("in"))));
    }

    @Test
    void a_bank_may_have_a_server() throws IOException {
        var banks = read(COMPLETE.replace("outbox: out",
                "sftp: { host: bank.example, user: us, hostKey: \"SHA256:x\", passwordFile: hot.pw }\n    outbox: /o"))
                .banks();

        assertThat(problems).isEmpty();
        assertThat(banks).extracting(BankConnection::exchange).containsExactly(
                new Exchange.Sftp(new Server("bank.example", 22, "us", new Credential.Password("foo"), "SHA256:x"), "/o", "in"));
        assertThat(banks.toString()).doesNotContain("foo");
    }

    @Test
    void what_is_wrong_with_a_server_is_told_at_once() throws IOException {
        read(COMPLETE.replace("outbox: out", "sftp: { host: bank.example, port: 0, hostKey: x, keyFile: none, folder: a }\n    outbox: /o"));

        assertThat(problems).containsExactlyInAnyOrder(
                "banks.main.sftp.folder is not a key; known are host, port, user, hostKey, keyFile, passwordFile, passwordVariable",
                "banks.main.sftp.user is missing",
                "banks.main.sftp.port must be a whole number from 1 to 65535",
                "banks.main.sftp.hostKey must begin with SHA256:",
                "banks.main.sftp.keyFile names a file that cannot be read");
    }

    @Test
    void what_is_left_out_has_its_default() throws IOException {
        var rails = read(COMPLETE.lines()
                .filter(line -> !line.matches(" *(broadcastSeconds|format|confirmations|maxFeeGwei|replaceAfterSeconds|timeoutSeconds):.*"))
                .reduce("", (text, line) -> text + line + "\n"));

        assertThat(problems).isEmpty();
        assertThat(rails.patience()).isEqualTo(Duration.ofSeconds(5));
        var settings = rails.chains().get(ChainName.ETHEREUM_SEPOLIA).settings();
        assertThat(settings.confirmations()).isEqualTo(12);
        assertThat(settings.maxFee()).isEqualTo(BigInteger.valueOf(500_000_000_000L));
        assertThat(settings.replaceAfter()).isEqualTo(Duration.ofMinutes(2));
        assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void a_password_may_stand_in_a_variable_and_a_key_lie_elsewhere() throws IOException {
        read(COMPLETE.replace("passwordFile: hot.pw", "passwordVariable: HOT_PASSWORD"));
        assertThat(problems).isEmpty();

        var rails = read(COMPLETE.replace(
                "{ keystore: hot.json, passwordFile: hot.pw }", "{ web3signer: \"http://127.0.0.1:9000\", address: \"" + ADDRESS + "\" }"));
        assertThat(problems).isEmpty();
        assertThat(rails.chains().get(ChainName.ETHEREUM_SEPOLIA).signer().address()).isEqualTo(ADDRESS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            broadcastSeconds: 7      | broadcastSeconds: 61      | broadcastSeconds must be a whole number from 1 to 60
            broadcastSeconds         | patience                  | patience is not a key; known are broadcastSeconds, banks, chains, wallets
            confirmations: 2         | confirmations: 0          | chains.ETHEREUM_SEPOLIA.confirmations must be a whole number from 1 to 1000
            confirmations: 2         | confirmations: two        | chains.ETHEREUM_SEPOLIA.confirmations must be a whole number from 1 to 1000
            chainId: 11155111        |                           | chains.ETHEREUM_SEPOLIA.chainId is missing
            wallet: hot              | wallet: cold              | chains.ETHEREUM_SEPOLIA.wallet must be the name of one of the wallets
            http://127.0.0.1:8545    | ftp://127.0.0.1:8545      | chains.ETHEREUM_SEPOLIA.rpc[0] must be an address that begins with http:// or https://
            0x1c7D4B                 | 0x1C7D4B                  | chains.ETHEREUM_SEPOLIA.tokens.USDC must be an address of the chain, its checksum included
            deposits:                | depots:                   | chains.ETHEREUM_SEPOLIA.depots is not a key; known are rpc, chainId, confirmations, tokens, wallet, low, maxFeeGwei, replaceAfterSeconds, timeoutSeconds, deposits
            xpub6Ce9                 | xpub6Ce8                  | chains.ETHEREUM_SEPOLIA.deposits.xpub must be an extended public key, its checksum included
            xpub:                    | ypub:                     | chains.ETHEREUM_SEPOLIA.deposits.ypub is not a key; known are xpub
            USDC:                    | DAI:                      | chains.ETHEREUM_SEPOLIA.tokens.DAI is not a key; known are USDC, USDT
            hot.json                 | cold.json                 | wallets.hot.keystore names a file that cannot be read
            hot.pw                   | wrong.pw                  | wallets.hot.keystore cannot be opened: the password is wrong
            passwordFile: hot.pw     | passwordVariable: NONE    | wallets.hot.passwordVariable names a variable that is not set
            passwordFile: hot.pw     | password: foo             | wallets.hot must have either a passwordFile or a passwordVariable
            main:                    | simulated:                | banks.simulated must have a name of at most 16 lower-case letters, digits and hyphens, and not simulated
            main:                    | Main:                     | banks.Main must have a name of at most 16 lower-case letters, digits and hyphens, and not simulated
            format: iso20022         | format: mt103             | banks.main.format must be iso20022
            outbox: out              | outbox: elsewhere         | banks.main.outbox names a folder that is not there
            outbox: out              | out: out                  | banks.main.out is not a key; known are account, currencies, format, inbox, outbox, sftp
            '[EUR, USD]'             | '[EUR, USDC]'             | banks.main.currencies must be a list of [USD, EUR]
            DE89370400440532013000   | DE89370400440532013001    | banks.main.account.iban must be an IBAN without blanks, with the right check digits
            COBADEFF                 | COBA                      | banks.main.account.bic must be a BIC of 8 or 11 characters
            Corridor Zürich          | 汉                         | banks.main.account.name must have at most 70 Latin letters, digits and signs
            ', passwordFile: hot.pw' | ', web3signer: "http://h"' | wallets.hot must have either a keystore or a web3signer
            """)
    void what_is_wrong_is_told_by_its_path(String text, String instead, String problem) throws IOException {
        read(COMPLETE.replace(text, instead == null ? "" : instead));

        assertThat(problems).contains(problem);
    }

    @Test
    void all_that_is_wrong_is_told_at_once() throws IOException {
        read("""
                chains:
                  ETHEREUM_SEPOLIA: { rpc: [], chainId: 0, tokens: {}, wallet: hot, deposits: {} }
                  ETHEREUM_MAINNET: {}
                  SOLANA_DEVNET: {}
                wallets:
                  hot: {}
                  cold: { web3signer: "http://127.0.0.1:9000", address: "0x12" }
                """);

        assertThat(problems)
                .hasSize(9)
                .anySatisfy(problem -> assertThat(problem).startsWith("wallets.hot must have either"))
                .anySatisfy(problem -> assertThat(problem).startsWith("wallets.cold.address must be an address"))
                .anySatisfy(problem -> assertThat(problem).isEqualTo("wallets.cold pays on no chain"))
                .anySatisfy(problem -> assertThat(problem).startsWith("chains.ETHEREUM_MAINNET is not a chain of the sandbox environment"))
                .anySatisfy(problem -> assertThat(problem).startsWith("chains.SOLANA_DEVNET cannot be connected"))
                .anySatisfy(problem -> assertThat(problem).startsWith("chains.ETHEREUM_SEPOLIA.deposits.xpub is missing"))
                .anySatisfy(problem -> assertThat(problem).startsWith("chains.ETHEREUM_SEPOLIA.rpc must be a list"))
                .anySatisfy(problem -> assertThat(problem).startsWith("chains.ETHEREUM_SEPOLIA.chainId must be"))
                .anySatisfy(problem -> assertThat(problem).startsWith("chains.ETHEREUM_SEPOLIA.tokens must name"));
    }

    @Test
    void on_a_main_network_a_token_is_the_issuers_own() throws IOException {
        var file = write(COMPLETE.replace("ETHEREUM_SEPOLIA", "ETHEREUM_MAINNET"));

        RailsFile.read(file, Environment.LIVE, Map.of(), problems::add);

        assertThat(problems)
                .containsExactly("chains.ETHEREUM_MAINNET.tokens.USDC must be the issuer's contract, 0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48");
    }

    @Test
    void a_file_that_is_not_there_or_no_yaml_is_told() throws IOException {
        RailsFile.read(directory.resolve("none.yaml"), Environment.SANDBOX, Map.of(), problems::add);
        read("chains: [");
        read("chains: {}\nchains: {}\n");
        read("- chains");

        assertThat(problems).satisfiesExactly(
                problem -> assertThat(problem).endsWith("none.yaml cannot be read"),
                problem -> assertThat(problem).contains("is not YAML"),
                problem -> assertThat(problem).contains("duplicate key"),
                problem -> assertThat(problem).isEqualTo("The file must have keys and values"));
    }

    private Rails read(String text) throws IOException {
        return RailsFile.read(write(text), Environment.SANDBOX, Map.of("HOT_PASSWORD", "foo"), problems::add);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(directory.resolve("rails.yaml"), text);
    }
}
