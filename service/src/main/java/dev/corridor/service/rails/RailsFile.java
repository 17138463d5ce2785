package dev.corridor.service.rails;

import dev.corridor.bank.folder.SftpFolders.Credential;
import dev.corridor.bank.folder.SftpFolders.Server;
import dev.corridor.bank.iso.PayingAccount;
import dev.corridor.chain.evm.EvmSettings;
import dev.corridor.chain.evm.ExtendedPublicKey;
import dev.corridor.chain.evm.Keystore;
import dev.corridor.chain.evm.Signer;
import dev.corridor.chain.evm.Web3Signer;
import dev.corridor.domain.beneficiary.Bic;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.beneficiary.ChainName.Platform;
import dev.corridor.domain.beneficiary.Iban;
import dev.corridor.domain.beneficiary.IssuedAsset;
import dev.corridor.domain.beneficiary.SchemeText;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.transaction.BankFile;
import dev.corridor.service.rails.Rails.BankConnection;
import dev.corridor.service.rails.Rails.Connection;
import dev.corridor.service.rails.Rails.Exchange;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads the file of {@link RailKey}s. Files that it names are found beside it. Secrets stand in files or variables of their own. */
public final class RailsFile {

    private static final String CHAINS = "chains";
    private static final String WALLETS = "wallets";
    private static final String DEPOSITS = "deposits";
    private static final String BANKS = "banks";
    private static final String ACCOUNT = "account";
    private static final String SFTP = "sftp";
    private static final String ISO_20022 = RailKey.FORMAT.defaultValue();

    /** It is part of the ids of messages. The name of the simulated bank stays its own. */
    private static final Pattern BANK = Pattern.compile("(?!simulated$)[a-z0-9][a-z0-9-]{0," + (BankFile.MAX_BANK_NAME - 1) + "}");

    private static final int MAX_HOLDER = 70;
    private static final int MAX_NODES = 9;
    private static final Duration SIGNER_TIMEOUT = Duration.ofSeconds(5);
    private static final BigInteger WEI_PER_GWEI = BigInteger.valueOf(1_000_000_000);

    private final Path file;
    private final Environment environment;
    private final Map<String, String> variables;
    private final Consumer<String> problems;

    private RailsFile(Path file, Environment environment, Map<String, String> variables, Consumer<String> problems) {
        this.file = file;
        this.environment = environment;
        this.variables = variables;
        this.problems = problems;
    }

    /**
     * What the file connects. Where it is wrong, the problems hear of it, and the answer is not to be used.
     *
     * @param variables the environment's, which may hold passwords
     */
    public static Rails read(Path file, Environment environment, Map<String, String> variables, Consumer<String> problems) {
        return new RailsFile(file, environment, variables, problems).read();
    }

    private Rails read() {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try (var text = Files.newBufferedReader(file)) {
            return rails(Section.of(new Yaml(new SafeConstructor(options)).load(text), problems));
        } catch (IOException e) {
            problems.accept("The file " + file + " cannot be read");
        } catch (YAMLException e) {
            problems.accept("The file " + file + " is not YAML: " + e.getMessage());
        }
        return Rails.NONE;
    }

    private Rails rails(Section document) {
        document.refuseOthers(List.of(RailKey.BROADCAST_SECONDS.key(), BANKS, CHAINS, WALLETS));
        var wallets = wallets(document.section(WALLETS));
        var chains = document.section(CHAINS);
        var connections = new EnumMap<ChainName, Connection>(ChainName.class);
        var used = new HashSet<String>();
        for (var name : chains.names()) {
            chainOf(name, chains).ifPresent(chain -> connection(chain, chains.section(name), wallets, used)
                    .ifPresent(connection -> connections.put(chain, connection)));
        }
        wallets.keySet().stream().filter(name -> !used.contains(name)).sorted()
                .forEach(name -> problems.accept(WALLETS + "." + name + " pays on no chain"));
        var patience = number(document, RailKey.BROADCAST_SECONDS, 1, 60);
        return new Rails(connections, banks(document.section(BANKS)), Duration.ofSeconds(patience));
    }

    private List<BankConnection> banks(Section banks) {
        banks.names().stream()
                .filter(name -> !BANK.matcher(name).matches())
                .forEach(name -> banks.problem(
                        name,
                        "must have a name of at most " + BankFile.MAX_BANK_NAME + " lower-case letters, digits and hyphens, and not simulated"));
        return banks.names().stream().flatMap(name -> bank(name, banks.section(name)).stream()).toList();
    }

    private Optional<BankConnection> bank(String name, Section section) {
        section.refuseOthers(Stream.concat(RailKey.under("banks.<bank>.").stream(), Stream.of(ACCOUNT, SFTP)).sorted().toList());
        if (section.has(RailKey.FORMAT.key()) && !section.text(RailKey.FORMAT.key()).equals(Optional.of(ISO_20022))) {
            section.problem(RailKey.FORMAT.key(), "must be " + ISO_20022);
        }
        var currencies = currencies(section);
        var account = account(section.section(ACCOUNT));
        var exchange = section.has(SFTP) ? sftp(section) : local(section);
        return account.flatMap(paying -> exchange.map(folders -> new BankConnection(name, currencies, paying, folders)));
    }

    private Optional<Exchange> local(Section section) {
        var outbox = section.text(RailKey.OUTBOX.key()).flatMap(folder -> folder(folder, RailKey.OUTBOX.key(), section));
        var inbox = section.text(RailKey.INBOX.key()).flatMap(folder -> folder(folder, RailKey.INBOX.key(), section));
        return outbox.flatMap(out -> inbox.map(in -> new Exchange.Local(out, in)));
    }

    private Optional<Exchange> sftp(Section section) {
        var outbox = section.text(RailKey.OUTBOX.key());
        var inbox = section.text(RailKey.INBOX.key());
        var server = server(section.section(SFTP));
        return server.flatMap(at -> outbox.flatMap(out -> inbox.map(in -> new Exchange.Sftp(at, out, in))));
    }

    private Optional<Server> server(Section section) {
        section.refuseOthers(RailKey.under("banks.<bank>.sftp."));
        var host = section.text(RailKey.SFTP_HOST.key());
        var user = section.text(RailKey.SFTP_USER.key());
        long port = number(section, RailKey.SFTP_PORT, 1, 65_535);
        var hostKey = checked(RailKey.SFTP_HOST_KEY, key -> key.startsWith("SHA256:"), "must begin with SHA256:", section);
        var credential = credential(section);
        return host.flatMap(name -> user.flatMap(as -> hostKey.flatMap(
                key -> credential.map(proof -> new Server(name, (int) port, as, proof, key)))));
    }

    private Optional<Credential> credential(Section section) {
        var key = RailKey.SFTP_KEY_FILE.key();
        if (!section.has(key)) {
            return password(section).map(Credential.Password::new);
        }
        var file = section.text(key).map(name -> this.file.toAbsolutePath().resolveSibling(name));
        file.filter(path -> !Files.isReadable(path)).ifPresent(path -> section.problem(key, "names a file that cannot be read"));
        return file.map(Credential.KeyFile::new);
    }

    private static Set<Asset> currencies(Section section) {
        var fiat = AssetCatalogue.STANDARD.all().stream().filter(asset -> asset.kind() == Asset.Kind.FIAT).toList();
        var codes = section.texts(RailKey.CURRENCIES.key());
        var currencies = fiat.stream().filter(asset -> codes.contains(asset.code())).collect(Collectors.toSet());
        if (codes.isEmpty() || currencies.size() < codes.size()) {
            section.problem(RailKey.CURRENCIES.key(), "must be a list of " + fiat);
        }
        return currencies;
    }

    private static Optional<PayingAccount> account(Section section) {
        section.refuseOthers(RailKey.under("banks.<bank>.account."));
        var iban = checked(RailKey.IBAN, new Iban()::accepts, new Iban().reason(), section);
        var bic = checked(RailKey.BIC, new Bic()::accepts, new Bic().reason(), section);
        var holder = checked(
                RailKey.NAME,
                name -> SchemeText.of(name).filter(carried -> carried.length() <= MAX_HOLDER).isPresent(),
                "must have at most " + MAX_HOLDER + " Latin letters, digits and signs",
                section);
        return holder.flatMap(SchemeText::of).flatMap(name -> iban.flatMap(number -> bic.map(code -> new PayingAccount(name, number, code))));
    }

    private static Optional<String> checked(RailKey key, Predicate<String> isRight, String reason, Section section) {
        var text = section.text(key.key());
        text.filter(isRight.negate()).ifPresent(wrong -> section.problem(key.key(), reason));
        return text.filter(isRight);
    }

    private Optional<Path> folder(String name, String key, Section section) {
        var folder = file.toAbsolutePath().resolveSibling(name);
        if (!Files.isDirectory(folder)) {
            section.problem(key, "names a folder that is not there");
        }
        return Optional.of(folder).filter(Files::isDirectory);
    }

    private Optional<ChainName> chainOf(String name, Section chains) {
        var chain = Arrays.stream(ChainName.values()).filter(known -> known.name().equals(name)).findFirst();
        var offered = ChainName.in(environment);
        if (chain.isEmpty() || !offered.contains(chain.get())) {
            chains.problem(name, "is not a chain of the " + environment.name().toLowerCase(Locale.ROOT) + " environment; they are " + offered);
            return Optional.empty();
        }
        if (chain.get().platform() != Platform.EVM) {
            chains.problem(name, "cannot be connected: only chains of the Ethereum kind can");
            return Optional.empty();
        }
        return chain;
    }

    private Optional<Connection> connection(ChainName chain, Section section, Map<String, Optional<Signer>> wallets, Set<String> used) {
        var known = new ArrayList<>(RailKey.under("chains.<chain>."));
        known.add(DEPOSITS);
        section.refuseOthers(known);
        var rpc = section.addresses(RailKey.RPC.key(), MAX_NODES);
        long chainId = section.number(RailKey.CHAIN_ID.key());
        long confirmations = number(section, RailKey.CONFIRMATIONS, 1, 1000);
        var tokens = tokens(chain, section.section(RailKey.TOKENS.key()));
        if (tokens.isEmpty()) {
            section.problem(RailKey.TOKENS.key(), "must name a contract");
        }
        long maxFee = number(section, RailKey.MAX_FEE_GWEI, 1, 100_000);
        long replaceAfter = number(section, RailKey.REPLACE_AFTER_SECONDS, 5, 86_400);
        long timeout = number(section, RailKey.TIMEOUT_SECONDS, 1, 60);
        var signer = section.text(RailKey.WALLET.key()).flatMap(wallet -> {
            used.add(wallet);
            if (!wallets.containsKey(wallet)) {
                section.problem(RailKey.WALLET.key(), "must be the name of one of the wallets");
            }
            return wallets.getOrDefault(wallet, Optional.empty());
        });
        var low = section.has(RailKey.LOW.key()) ? low(tokens.keySet(), section.section(RailKey.LOW.key())) : Map.<Asset, Money>of();
        var deposits = section.has(DEPOSITS) ? deposits(section.section(DEPOSITS)) : Optional.<ExtendedPublicKey>empty();
        if (rpc.isEmpty() || signer.isEmpty()) {
            return Optional.empty();
        }
        var settings = new EvmSettings(
                chain,
                rpc,
                chainId,
                (int) confirmations,
                tokens,
                BigInteger.valueOf(maxFee).multiply(WEI_PER_GWEI),
                Duration.ofSeconds(replaceAfter),
                Duration.ofSeconds(timeout));
        return Optional.of(new Connection(settings, signer.get(), low, deposits));
    }

    private static Optional<ExtendedPublicKey> deposits(Section section) {
        section.refuseOthers(RailKey.under("chains.<chain>.deposits."));
        return section.text(RailKey.XPUB.key()).flatMap(text -> {
            try {
                return Optional.of(ExtendedPublicKey.parse(text));
            } catch (IllegalArgumentException e) {
                section.problem(RailKey.XPUB.key(), e.getMessage());
                return Optional.empty();
            }
        });
    }

    /** On a main network money is lost if it is sent as another token, so its contracts are known. */
    private Map<Asset, String> tokens(ChainName chain, Section section) {
        var issued = new HashMap<String, IssuedAsset>();
        IssuedAsset.on(chain).forEach(token -> issued.put(token.asset().code(), token));
        section.refuseOthers(issued.keySet().stream().sorted().toList());
        var tokens = new HashMap<Asset, String>();
        issued.forEach((code, token) -> {
            if (section.has(code)) {
                section.text(code).ifPresent(contract -> {
                    requireAddress(contract, code, section);
                    var own = token.contract().filter(known -> environment == Environment.LIVE && !known.equalsIgnoreCase(contract));
                    own.ifPresent(known -> section.problem(code, "must be the issuer's contract, " + known));
                    tokens.put(token.asset(), contract.toLowerCase(Locale.ROOT));
                });
            }
        });
        return tokens;
    }

    private static Map<Asset, Money> low(Set<Asset> assets, Section section) {
        section.refuseOthers(assets.stream().map(Asset::code).sorted().toList());
        var low = new HashMap<Asset, Money>();
        for (var asset : assets) {
            if (section.has(asset.code())) {
                section.text(asset.code()).ifPresent(text -> {
                    try {
                        low.put(asset, Money.of(text, asset));
                    } catch (IllegalArgumentException e) {
                        section.problem(asset.code(), "must be an amount in quotes, such as \"10000\"");
                    }
                });
            }
        }
        return low;
    }

    private Map<String, Optional<Signer>> wallets(Section section) {
        var wallets = new HashMap<String, Optional<Signer>>();
        section.names().forEach(name -> wallets.put(name, wallet(section.section(name))));
        return wallets;
    }

    private Optional<Signer> wallet(Section section) {
        section.refuseOthers(RailKey.under("wallets.<wallet>."));
        if (section.has(RailKey.KEYSTORE.key()) == section.has(RailKey.WEB3SIGNER.key())) {
            problems.accept(section.path() + " must have either a keystore or a web3signer");
            return Optional.empty();
        }
        return section.has(RailKey.KEYSTORE.key()) ? keystore(section) : web3signer(section);
    }

    private Optional<Signer> web3signer(Section section) {
        var server = section.address(RailKey.WEB3SIGNER.key());
        var address = section.text(RailKey.ADDRESS.key());
        address.ifPresent(text -> requireAddress(text, RailKey.ADDRESS.key(), section));
        return server.flatMap(uri -> address.map(text -> new Web3Signer(uri, text.toLowerCase(Locale.ROOT), SIGNER_TIMEOUT)));
    }

    private Optional<Signer> keystore(Section section) {
        var json = section.text(RailKey.KEYSTORE.key()).flatMap(name -> content(name, RailKey.KEYSTORE.key(), section));
        var password = password(section);
        try {
            return json.flatMap(text -> password.map(secret -> Keystore.open(text, secret)));
        } catch (IllegalArgumentException e) {
            section.problem(RailKey.KEYSTORE.key(), "cannot be opened: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<String> password(Section section) {
        var file = RailKey.PASSWORD_FILE.key();
        var variable = RailKey.PASSWORD_VARIABLE.key();
        if (section.has(file) == section.has(variable)) {
            problems.accept(section.path() + " must have either a passwordFile or a passwordVariable");
            return Optional.empty();
        }
        if (section.has(file)) {
            return section.text(file).flatMap(name -> content(name, file, section)).map(RailsFile::withoutLineEnd);
        }
        var password = section.text(variable).flatMap(name -> Optional.ofNullable(variables.get(name)));
        if (password.isEmpty()) {
            section.problem(variable, "names a variable that is not set");
        }
        return password;
    }

    private static String withoutLineEnd(String text) {
        return text.replaceFirst("\\R\\z", "");
    }

    private Optional<String> content(String name, String key, Section section) {
        try {
            return Optional.of(Files.readString(file.toAbsolutePath().resolveSibling(name)));
        } catch (IOException e) {
            section.problem(key, "names a file that cannot be read");
            return Optional.empty();
        }
    }

    private static void requireAddress(String text, String key, Section section) {
        if (!EvmSettings.isAddress(text)) {
            section.problem(key, "must be an address of the chain, its checksum included");
        }
    }

    private static long number(Section section, RailKey key, int least, int most) {
        return section.number(key.key(), key.defaultNumber(), least, most);
    }
}
