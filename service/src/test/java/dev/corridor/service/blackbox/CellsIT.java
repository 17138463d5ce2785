package dev.corridor.service.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.client.Channel;
import dev.corridor.client.ConnectionException;
import dev.corridor.client.CorridorClient;
import dev.corridor.client.CorridorException;
import dev.corridor.client.Event;
import dev.corridor.client.Request;
import dev.corridor.client.api.Beneficiaries;
import dev.corridor.client.api.Organizations;
import dev.corridor.client.api.Quotes;
import dev.corridor.client.api.Sandbox;
import dev.corridor.client.api.Transactions;
import dev.corridor.client.api.Users;
import dev.corridor.client.model.Asset;
import dev.corridor.client.model.ChainName;
import dev.corridor.client.model.CreateQuoteRequest;
import dev.corridor.client.model.CryptoBeneficiaryRequest;
import dev.corridor.client.model.CryptoPayoutRequest;
import dev.corridor.client.model.DepositRequest;
import dev.corridor.client.model.LoginRequest;
import dev.corridor.client.model.Outcome;
import dev.corridor.client.model.Retry;
import dev.corridor.client.model.Transaction;
import dev.corridor.service.Await;
import dev.corridor.service.Program;
import dev.corridor.service.blackbox.Corridor.Ending;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two cells behind HAProxy, and an organization that moves from one to the other while its clients pay, retrying as they are told. */
class CellsIT {

    private static final Path CONFIGURATION = Path.of("..", "docs", "operate", "haproxy-cells.cfg");
    private static final Pattern LOGIN = Pattern.compile("Portal login: (\\S+) with the password (\\S+)");
    private static final Pattern KEY = Pattern.compile("nxos_sk_test_\\S+");
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"formToken\" value=\"([0-9a-f]+)\"");
    private static final Pattern FIRST_PASSWORD = Pattern.compile("password +(\\S+)");
    private static final int CUSTOMERS = 4;

    @TempDir
    private static Path directory;

    /** The proxy of the documentation, which reads its maps when it starts and when it is told to. */
    private static final class Proxy implements AutoCloseable {

        private final Path maps = Files.createTempDirectory(directory, "maps");
        private final int port = freePort();
        private final Process process;

        Proxy(Serving east, Serving west) throws IOException {
            write("keys.map", "");
            write("emails.map", "");
            var builder = new ProcessBuilder(Program.find("haproxy", "haproxy").toString(), "-W", "-db", "-f", CONFIGURATION.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("haproxy.log").toFile());
            builder.environment().putAll(Map.of(
                    "CORRIDOR_FRONT", "127.0.0.1:" + port,
                    "CORRIDOR_EAST", addressOf(east),
                    "CORRIDOR_WEST", addressOf(west),
                    "CORRIDOR_MAPS", maps.toString()));
            this.process = builder.start();
        }

        String url() {
            return "http://127.0.0.1:" + port;
        }

        void write(String map, String lines) throws IOException {
            Files.writeString(maps.resolve(map), lines);
        }

        void reload() throws IOException, InterruptedException {
            Program.run(directory, Map.of(), "kill", "-USR2", Long.toString(process.pid()));
        }

        private static String addressOf(Serving service) {
            return "127.0.0.1:" + URI.create(service.url()).getPort();
        }

        private static int freePort() throws IOException {
            try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            }
        }

        @Override
        public void close() throws InterruptedException {
            process.destroy();
            process.waitFor();
        }
    }

    /** Clients of an organization: each sends a request until it is granted, as the answers tell it to, and then the next one. */
    private static final class Customers {

        private final Map<Request<?>, Object> granted = new ConcurrentHashMap<>();
        private final Queue<String> transactions = new ConcurrentLinkedQueue<>();
        private final Queue<CorridorException> told = new ConcurrentLinkedQueue<>();
        private final List<Thread> threads = new ArrayList<>();
        private volatile boolean stopped;

        Customers(CorridorClient client, String account) {
            var supplier = client.send(Beneficiaries.registerCryptoBeneficiary(CryptoBeneficiaryRequest.of(
                    account, "Supplier", ChainName.ETHEREUM_SEPOLIA, "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")));
            var deposit = DepositRequest.of(account, Asset.USD, new BigDecimal("20.00"));
            var quote = CreateQuoteRequest.of(account, Asset.USD, Asset.USDC).fromAmount(new BigDecimal("10.00"));
            var payout = CryptoPayoutRequest.of(
                    account, supplier.beneficiaryId(), new BigDecimal("1.000000"), Asset.USDC, ChainName.ETHEREUM_SEPOLIA);
            for (int i = 0; i < CUSTOMERS; i++) {
                threads.add(Thread.ofPlatform().start(() -> {
                    while (!stopped) {
                        transactions.add(send(Sandbox.deposit(deposit), client).transactionId());
                        var firm = send(Quotes.createQuote(quote), client);
                        transactions.add(send(Quotes.executeQuote(firm.quoteId()), client).transactionId());
                        transactions.add(send(Transactions.payOutCrypto(payout), client).transactionId());
                    }
                }));
            }
        }

        private <T> T send(Request<T> request, CorridorClient client) {
            while (true) {
                try {
                    var answer = client.send(request);
                    granted.put(request, answer);
                    return answer;
                } catch (CorridorException refusal) {
                    told.add(refusal);
                    pause(refusal.retryAfter().orElseThrow());
                } catch (ConnectionException e) {
                    // The proxy has closed the connection, so it is unknown: the same request, with the same key.
                    pause(Duration.ofMillis(10));
                }
            }
        }

        private static void pause(Duration time) {
            try {
                Thread.sleep(time);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        int progress() {
            return granted.size();
        }

        void stop() throws InterruptedException {
            stopped = true;
            for (var thread : threads) {
                thread.join();
            }
        }
    }

    /** Reads an organization's transactions as they happen, with the client that goes on by itself after each interruption. */
    private static final class Reader {

        private final List<Event<Transaction>> events = new ArrayList<>();

        Reader(CorridorClient client) {
            Thread.ofPlatform().daemon().start(() -> {
                for (var event : client.follow(Channel.TRANSACTIONS, 0)) {
                    synchronized (events) {
                        events.add(event);
                    }
                }
            });
        }

        List<Event<Transaction>> events() {
            synchronized (events) {
                return List.copyOf(events);
            }
        }
    }

    @Test
    void an_organization_moves_under_load_and_nothing_is_lost_or_doubled() throws Exception {
        var east = cell("east", "0".repeat(64));
        var west = cell("west", "1".repeat(64) + "," + "0".repeat(64));
        try (var inEast = east.serve();
                var inWest = withPricesOf(inEast, east, west).serve();
                var proxy = new Proxy(inEast, inWest)) {
            var mover = through(proxy, inEast);
            var neighbour = through(proxy, inWest);
            assertThat(inEast.printedKey()).startsWith("nxos_sk_test_c2_east_");
            Await.until("the proxy leads to both", () -> isServed(mover) && isServed(neighbour));
            var organization = mover.send(Organizations.getOwnOrganization()).organizationId();
            var reader = new Reader(mover);
            var movers = new Customers(mover, inEast.printedAccount());
            var neighbours = new Customers(neighbour, inWest.printedAccount());
            Await.until("they pay", () -> movers.progress() > 200 && neighbours.progress() > 50);

            var file = directory.resolve("organization");
            long begun = System.nanoTime();
            done(east.run("export-organization", organization, file.toString(), "--to", "west"));
            done(west.run("import-organization", file.toString()));
            done(west.run("verify-books"));
            var code = done(east.run("export-organization", organization, "--release")).output().replaceAll("(?s).*code +", "").strip();
            done(west.run("import-organization", organization, "--open", code));
            proxy.write("keys.map", done(west.run("cell-map", "keys")).output());
            proxy.write("emails.map", done(west.run("cell-map", "emails")).output());
            proxy.reload();
            int before = movers.progress();
            Await.until("they pay on", () -> movers.progress() > before + 100);
            report("closed for clients for %d ms, most of which is the commands' own starts".formatted((System.nanoTime() - begun) / 1_000_000));
            movers.stop();
            neighbours.stop();
            assertThat(inWest.client().get("/v1/market/ticker?symbol=BTCUSDT").body().at("/tickers/0/source").asText()).isEqualTo("ticker");

            assertThat(movers.told).as("what clients were told").isNotEmpty().allSatisfy(refusal -> {
                assertThat(refusal.outcome()).isEqualTo(Outcome.NOT_APPLIED);
                assertThat(refusal.retry()).isEqualTo(Retry.AFTER);
            });
            assertThat(neighbours.told).as("those who stay hear nothing of it").isEmpty();
            assertThat(inWest.client().get("/v1/accounts/" + inEast.printedAccount()).status()).as("asked by the neighbour").isEqualTo(404);
            var there = StreamSupport.stream(mover.list(Transactions.listTransactions()).spliterator(), false).map(Transaction::transactionId)
                    .toList();
            assertThat(there).doesNotHaveDuplicates().containsAll(movers.transactions);
            assertThat(there.size() - movers.transactions.size()).as("the first money of a sandbox").isEqualTo(firstMoney(there, movers));
            repeatAll(movers, mover);
            assertThat(logIn(inEast, proxy)).as("who has moved").isEqualTo(organization);
            assertThat(logIn(inWest, proxy)).as("who was there").isNotEqualTo(organization);
            Await.until("it is told of all", () -> transactionsOf(reader).containsAll(movers.transactions));
            var events = reader.events();
            assertThat(events).extracting(Event::sequence).as("no gap, no repetition")
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, events.size()).boxed().toList());
            done(east.run("verify-books"));
            done(west.run("verify-books"));
            report("%d requests granted, %d told to come again; %d transactions, lost 0, doubled 0".formatted(
                    movers.progress(), movers.told.size(), there.size()));
        }
    }

    /** Neither the page of the login nor the one after it names a cell: the address of who logs in does, and then the cookie. Operators have a host of their own. */
    @Test
    void people_and_operators_reach_their_cell_in_a_browser() throws Exception {
        var east = cell("first", "0".repeat(64)).with("CORRIDOR_CELL", "east");
        var west = cell("second", "1".repeat(64)).with("CORRIDOR_CELL", "west");
        try (var inEast = east.serve();
                var inWest = west.serve();
                var proxy = new Proxy(inEast, inWest)) {
            proxy.write("emails.map", done(east.run("cell-map", "emails")).output() + done(west.run("cell-map", "emails")).output());
            proxy.reload();
            Await.until("the proxy leads to both", () -> isServed(through(proxy, inEast)) && isServed(through(proxy, inWest)));

            for (var service : List.of(inEast, inWest)) {
                var home = homeOf(service, proxy);
                assertThat(home.statusCode()).as(home.body()).isEqualTo(200);
                assertThat(home.body()).contains(loginOf(service).group(1));
            }

            var invitation = FIRST_PASSWORD.matcher(done(west.run("operator", "add", "carol")).output());
            assertThat(invitation.find()).isTrue();
            assertThat(operatorIsLed("west.example.com", invitation.group(1), proxy)).endsWith("/portal/operator/enrolment");
            assertThat(operatorIsLed("east.example.com", invitation.group(1), proxy)).as("she is none of the east").isEmpty();
        }
    }

    private static HttpResponse<String> homeOf(Serving service, Proxy proxy) throws IOException, InterruptedException {
        var login = loginOf(service);
        try (var browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(Redirect.NORMAL).build()) {
            var address = URI.create(proxy.url() + "/portal/login");
            var page = browser.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
            var formToken = FORM_TOKEN.matcher(page);
            assertThat(formToken.find()).as(page).isTrue();
            var form = "email=%s&password=%s&formToken=%s".formatted(encoded(login.group(1)), encoded(login.group(2)), formToken.group(1));
            return browser.send(
                    HttpRequest.newBuilder(address).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Where the login of an operator leads; nowhere if it is refused. The name of a host needs no address here. */
    private static String operatorIsLed(String host, String password, Proxy proxy) throws IOException, InterruptedException {
        var page = proxy.url() + "/portal/operator/login";
        var jar = Files.createTempFile(directory, "cookies", "").toString();
        var curl = List.of("curl", "-s", "-b", jar, "-c", jar, "-H", "Host: " + host);
        var formToken = FORM_TOKEN.matcher(run(curl, page));
        assertThat(formToken.find()).isTrue();
        return run(
                curl, "-o", "/dev/null", "-w", "%{redirect_url}", "--data-urlencode", "name=carol", "--data-urlencode", "password=" + password,
                "--data-urlencode", "code=", "--data-urlencode", "formToken=" + formToken.group(1), page);
    }

    private static String run(List<String> program, String... arguments) throws IOException, InterruptedException {
        return Program.run(directory, Map.of(), Stream.concat(program.stream(), Stream.of(arguments)).toArray(String[]::new));
    }

    /** By the e-mail address that the service has printed. Answers whose user it is, as the token says that comes back the same way. */
    private static String logIn(Serving service, Proxy proxy) {
        var login = loginOf(service);
        var stranger = CorridorClient.at(proxy.url()).attempts(1);
        var session = stranger.send(Users.logIn(LoginRequest.of(login.group(1), login.group(2))));
        return stranger.key(session.accessToken()).send(Users.getUser()).organizationId();
    }

    private static Matcher loginOf(Serving service) {
        return service.printed().stream().map(LOGIN::matcher).filter(Matcher::find).findFirst().orElseThrow();
    }

    /** The second cell quotes bitcoin as the first one does, which it asks as a customer. */
    private static Corridor withPricesOf(Serving service, Corridor cell, Corridor other) throws Exception {
        var created = done(cell.run("create-organization", "Prices of the west")).output();
        var key = KEY.matcher(created);
        assertThat(key.find()).as(created).isTrue();
        return other.with("CORRIDOR_RATE_SOURCES", "simulated,BTCUSDT=ticker")
                .with("CORRIDOR_RATE_TICKER_URL", service.url() + "/v1/market/ticker?symbol={symbol}")
                .with("CORRIDOR_RATE_TICKER_POINTERS", "price=/tickers/0/last_price,time=/tickers/0/timestamp")
                .with("CORRIDOR_RATE_TICKER_KEY", key.group());
    }

    private static int firstMoney(List<String> there, Customers movers) {
        var others = new ArrayList<>(there);
        others.removeAll(movers.transactions);
        return others.size();
    }

    /** The answers to what was granted before the move come from the other cell, and are the same. */
    private static void repeatAll(Customers customers, CorridorClient client) {
        new HashMap<>(customers.granted).entrySet().stream().limit(100).forEach(each -> assertThat((Object) client.send(each.getKey()))
                .as("answer to %s, again", each.getKey())
                .usingRecursiveComparison()
                .ignoringFields("txHash")
                .isEqualTo(each.getValue()));
    }

    private static List<String> transactionsOf(Reader reader) {
        return reader.events().stream().map(event -> event.data().transactionId()).toList();
    }

    private static boolean isServed(CorridorClient client) {
        try {
            return client.list(Transactions.listTransactions()).iterator().hasNext();
        } catch (CorridorException | ConnectionException e) {
            return false;
        }
    }

    private static CorridorClient through(Proxy proxy, Serving service) {
        return CorridorClient.at(proxy.url()).key(service.printedKey()).attempts(1).timeout(Duration.ofMinutes(1));
    }

    private static Ending done(Ending ending) {
        assertThat(ending.exitCode()).as("%s%n%s", ending.output(), ending.errors()).isZero();
        return ending;
    }

    private static void report(String line) {
        System.out.println(line);
    }

    private static Corridor cell(String name, String masterKey) throws IOException {
        return Corridor.in(Files.createDirectory(directory.resolve(name)))
                .with("CORRIDOR_CELL", name)
                .with("CORRIDOR_MASTER_KEY", masterKey)
                .with("CORRIDOR_CHAIN_CONFIRMATION_SECONDS", "1");
    }
}
