package dev.corridor.service.settings;

import java.util.Arrays;
import java.util.Optional;

/** The environment variables, in the order of the table in docs/configuration.md. */
public enum Setting {
    CORRIDOR_ENVIRONMENT("sandbox", "`sandbox` for play money, `live` for real money."),
    CORRIDOR_CELL(
            "",
            "The name of this [cell](operate/cells.md) where there are several, 1 to 12 lower-case letters and digits; new keys and tokens name it."
                    + " Empty where there is one only."),
    CORRIDOR_PORT("8080", "The port to listen on, 0 to 65535; 0 takes a free one."),
    CORRIDOR_BIND_ADDRESS("", "The address to listen on, such as `127.0.0.1`; empty is all of this machine's."),
    CORRIDOR_MANAGEMENT_PORT(
            "",
            "A port of its own for health, metrics and the [operator API](operate.md#the-operator-api), 1 to 65535, which slow clients of the API cannot"
                    + " reach. Empty leaves health where the API is, and in the sandbox the metrics too; the live environment has no metrics without it, and"
                    + " no environment an operator API."),
    CORRIDOR_TLS_CERTIFICATE(
            "",
            "A PEM file with the certificate and its chain: the API speaks TLS. Empty if a proxy before it does. A new file is taken within 30 seconds."),
    CORRIDOR_TLS_KEY("", "The PEM file with the certificate's private key."),
    CORRIDOR_LOG_FORMAT("text", "How lines of the log are written: `text` for people, `json` for programs, one object a line."),
    CORRIDOR_OTLP_ENDPOINT(
            "",
            "A collector of traces that speaks OTLP over HTTP, such as `http://localhost:4318`; none are sent if empty."),
    CORRIDOR_DATA_DIR("./data", "The directory of the embedded PostgreSQL; created if missing."),
    CORRIDOR_DATABASE_URL(
            "",
            "A PostgreSQL to use instead of the embedded one: `postgres://user:password@host:5432/database`,"
                    + " or the same with `jdbc:postgresql://`. It may name several hosts, `host1:5432,host2:5432`, and options of the driver."),
    CORRIDOR_DATABASE_WAIT_SECONDS("30", "How long the start waits for a PostgreSQL that is not there yet, 0 to 600 seconds."),
    CORRIDOR_DATABASE_POOL_SIZE("16", "The number of pooled database connections, 1 to 100."),
    CORRIDOR_BOOKS_LANES(
            "",
            "The number of group commit lanes, 1 to 48, with two connections each, so that a batch is decided while another is"
                    + " written; empty is one per two processors, limited by half of the pool."),
    CORRIDOR_BOOKS_QUEUE("4096", "The queue length of a lane, 1 to 100000 decisions; beyond it the answer is `service_unavailable` at once."),
    CORRIDOR_BOOKS_BATCH_SCOPE(
            "any",
            "`any` lets decisions of all organizations share a transaction; `organization` only those of one, which engines that"
                    + " distribute tables need."),
    CORRIDOR_BOOKS_PLANNING(
            "by-key",
            "`by-key` makes PostgreSQL plan the statements of the books once, with indexes; `by-statistics` leaves planning to the"
                    + " server, which engines that distribute tables may need."),
    CORRIDOR_SANDBOX_API_KEY("", "The key of the sandbox's first organization, `nxos_sk_test_...`; generated if empty."),
    CORRIDOR_MASTER_KEY(
            "",
            "The key that encrypts signing secrets in the database: 64 hex digits. The sandbox generates one in its data directory;"
                    + " the live environment requires it. While it is [rotated](operate/keeping.md#new-keys), a former one follows after a comma."),
    CORRIDOR_TOKEN_KEY(
            "",
            "The key that signs users' tokens: Base64 of 32 random bytes or more, the same on all nodes. The sandbox generates one in"
                    + " its data directory; the live environment requires it. While it is [rotated](operate/keeping.md#new-keys), a former one follows after a"
                    + " comma."),
    CORRIDOR_REGISTRATION(
            "",
            "`open` allows registration at `/v1/auth/register`, `closed` refuses it; empty is open in the sandbox and closed in the"
                    + " live environment, where new organizations need approval."),
    CORRIDOR_REFRESH_TOKENS(
            "reusable",
            "How users' refresh tokens are used: `reusable` until the session is over, as the Nexgent contract has it; `rotating` once, each use"
                    + " giving the next one, and a second use ends the session."),
    CORRIDOR_TRUSTED_PROXIES(
            "",
            "The addresses of your own proxies, as CIDR ranges with commas between them: what they say in `X-Forwarded-For` or `Forwarded` about"
                    + " where a request comes from is believed."),
    CORRIDOR_CORS_ORIGINS(
            "",
            "The sites whose pages may ask the API from a browser, such as `https://app.example.com`, with commas between them; none if empty."),
    CORRIDOR_HEAD_SECONDS(
            "10", "How long the head of a request may take to come, 1 to 300 seconds; after it the connection is closed."),
    CORRIDOR_BODY_SECONDS(
            "30", "How long the body of a request may take to come, 1 to 300 seconds; after it the request is refused and the connection closed."),
    CORRIDOR_IDLE_SECONDS(
            "60", "How long a connection may be kept on which nothing happens, 1 to 3600 seconds. WebSockets have a heartbeat instead."),
    CORRIDOR_TIERS(
            "STREAM rate=120/min quota=none keys=2 connections=1 subscriptions=5; QUANT rate=3000/min quota=none keys=2 connections=1 subscriptions=50;"
                    + " PULSE rate=600000/min quota=none keys=2 connections=5 subscriptions=300;"
                    + " ORACLE rate=none quota=none keys=2 connections=10 subscriptions=5000",
            "What a key of each tier may use: requests (`120/min`, or `burst=20` beside it for how many at once; `s`, `min` or `h`), requests in a"
                    + " month of the calendar (UTC), WebSocket connections and subscriptions. All keys of a tier that an organization has may send as many"
                    + " requests together as `keys` of them. What is left out stays as it is."),
    CORRIDOR_ROUTE_LIMITS(
            "POST /v1/auth/login=5/min, POST /v1/auth/refresh=10/min, POST /v1/auth/register=5/min, POST /v1/auth/logout=10/min,"
                    + " POST /v1/auth/password=5/min, GET /v1/auth/me=60/min, GET /v1/auth/sessions=60/min,"
                    + " DELETE /v1/auth/sessions/{sessionId}=60/min, GET /ws=60/min, GET /ws/nexus-bridge=60/min, GET /ws/fastfeed=60/min,"
                    + " POST /portal/login=5/min, POST /portal/operator/login=5/min, POST /operator/v1/login=5/min, POST /portal/operator/enrolment=5/min",
            "Limits of single routes, per key, or per address on public routes; `none` for none. Variable parts of a path are in"
                    + " braces: `GET /v1/accounts/{accountId}=10/s burst 20`."),
    CORRIDOR_UNKNOWN_KEY_LIMIT(
            "60/min",
            "How many unknown keys may come from one address; `none` for any number. Beyond it, the address has only those keys checked that"
                    + " the node remembers."),
    CORRIDOR_NEW_WALLET_LIMIT("", "How often an organization may pay wallets that it has never paid before, such as `5/min`; unlimited if empty."),
    CORRIDOR_LIMITS(
            "memory",
            "Where limits are counted: `memory` is free, but counts on each node separately; `database` counts over all nodes, and"
                    + " each counted request waits for it."),
    CORRIDOR_FEED_CHANNELS(
            "ticker,depth,trade,transactions,quotes",
            "The available channels of WebSockets: `ticker`, `depth`, `trade`, `transactions`, `quotes`, separated by commas, or"
                    + " `none`. Errors for other channels name the HTTP endpoint."),
    CORRIDOR_FEED_HEARTBEAT_SECONDS(
            "15",
            "The idle time after which a WebSocket is pinged, and after which it is closed without an answer, 1 to 3600 seconds."),
    CORRIDOR_FEED_RETENTION_DAYS("7",
            "How long events of quotes and transactions are kept for clients that resume, 1 to 365 days; some stay for half as long again, since many go at once."),
    CORRIDOR_DIALECT(
            "nxos",
            "The default error contract, unless the request or its key selects another: `nxos`, `nexusglass`, `nexgent`, `nexpay`,"
                    + " `tickdb` or `problem+json`."),
    CORRIDOR_TICKDB_ALWAYS_200("no", "`yes` gives every answer in the dialect `tickdb` the HTTP status 200, for clients that read `code` alone."),
    CORRIDOR_NEXGENT_STACK(
            "no", "`yes` shows stack traces in the dialect `nexgent`, as that contract does in development; in the sandbox only."),
    CORRIDOR_QUOTE_VALIDITY_SECONDS(
            "300; crypto=30",
            "How long a quote can be executed, 1 to 3600 seconds: one for money, `crypto=` for symbols with a coin, and others for single symbols,"
                    + " such as `BTCUSD=15`."),
    CORRIDOR_SPREAD_BPS(
            "3; crypto=25",
            "What a conversion costs, 0 to 1000 hundredths of a percent of the amount sold, for money, coins and single symbols alike; `3,100000=5`"
                    + " costs 5 of the part above a worth of 100000 dollars (of the symbol's counter asset)."),
    CORRIDOR_QUOTE_DRIFT_BPS(
            "none; crypto=25",
            "How far the market may have moved from the price of a quote when it is executed, 0 to 1000 hundredths of a percent, before it is refused"
                    + " with `price_moved`; `none` holds it wherever the market goes. More than the spread leaves the client an option."),
    CORRIDOR_OPEN_QUOTES(
            "10000", "How many quotes of an account may be open at a time, 1 to 999999999; more are refused with `limit_exceeded`."),
    CORRIDOR_OPEN_QUOTES_WORTH(
            "100000000", "What they may be worth together, 1 to 999999999 dollars (of the symbols' counter assets)."),
    CORRIDOR_UNUSED_QUOTE_DAYS(
            "0",
            "For how many days quotes are kept that nobody has executed, 30 to 3650, and at least twice `CORRIDOR_FEED_RETENTION_DAYS`; then they are unknown."
                    + " 0 keeps them for ever. What was executed stays."),
    CORRIDOR_REVERSAL_MINUTES(
            "10", "How long after a trade an operator's permission can reverse it, 0 to 1440 minutes; 0 for never."),
    CORRIDOR_APPROVAL_HOURS(
            "72", "How long a payout waits for the approval of another person, 1 to 720 hours; after it, it is DECLINED."),
    CORRIDOR_RATES(
            "USD/USDC=1,USD/USDT=1,USDC/USDT=1,EUR/USD=1.0825,EUR/USDC=1.0825,EUR/USDT=1.0825,BTC/USD=95000,BTC/USDT=95000,ETH/USD=3300,ETH/USDT=3300",
            "Mid rates, as what one unit of the first asset is worth in the second, for the sources `fixed` and `simulated`; the default holds in"
                    + " the sandbox only."),
    CORRIDOR_RATE_SOURCES(
            "",
            "The sources of rates: `fixed` (`CORRIDOR_RATES`), `simulated` (moves around them; a rate of 1 stays), `ecb` or `ticker`,"
                    + " with other ones, or `none`, for single symbols: `fixed,EURUSD=ecb,BTCUSDT=ticker`. Empty is `simulated` in the sandbox"
                    + " and `fixed` in the live environment, where nothing is simulated."),
    CORRIDOR_RATE_POLL_SECONDS("1", "The polling interval of simulation and ticker, 1 to 3600 seconds."),
    CORRIDOR_RATE_BELIEVED_SECONDS(
            "10",
            "The maximum age of their prices, 1 to 86400 seconds; beyond it conversions are refused with `data_source_unavailable`."),
    CORRIDOR_RATE_MAX_JUMP_BPS(
            "1000",
            "The maximum change between consecutive prices of `ecb` or `ticker`, 1 to 100000 hundredths of a percent; others are"
                    + " discarded."),
    CORRIDOR_RATE_TIMEOUT_SECONDS("3", "The timeout of a whole response of `ecb` or `ticker`, 1 to 60 seconds."),
    CORRIDOR_RATE_RETENTION_DAYS(
            "35",
            "How long ticks, and candles shorter than an hour, are kept, 8 to 3650 days; ticks that have priced a quote stay."),
    CORRIDOR_RATE_SWING_BPS("100", "The simulation's maximum distance from the mid rates, 0 to 5000 hundredths of a percent."),
    CORRIDOR_RATE_SEED("1", "The seed of the simulation."),
    CORRIDOR_RATE_ECB_URL(
            "https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml",
            "The European Central Bank's daily reference rates, polled once an hour if `ecb` is a source."),
    CORRIDOR_RATE_ECB_DAYS("6", "The maximum age of such a rate, 1 to 7 days; there is none at weekends and on holidays."),
    CORRIDOR_RATE_TICKER_URL("", "The address of `ticker`, with `{symbol}`, or `{base}` and `{counter}`; it must return JSON."),
    CORRIDOR_RATE_TICKER_KEY("", "The key that it demands, sent as `Authorization: Bearer`; none if empty."),
    CORRIDOR_RATE_TICKER_POINTERS(
            "bid=/bidPrice,ask=/askPrice",
            "JSON Pointers to the prices in its response, or `price=/price`; optionally `time=/time`, in milliseconds since 1970 or"
                    + " ISO 8601."),
    CORRIDOR_RAILS(
            "",
            "The file that connects blockchains and banks, such as `rails.yaml`; [its keys](rails.md). What it does not name is simulated in the"
                    + " sandbox, and takes no payouts in the live environment."),
    CORRIDOR_CHAIN_CONFIRMATION_SECONDS("15", "The confirmation time of the sandbox's simulated blockchain, 0 to 3600 seconds."),
    CORRIDOR_MAINTENANCE(
            "",
            "Puts this node into maintenance: it answers `service_unavailable`, with this `Retry-After`, 1 to 86400 seconds; empty to"
                    + " serve. `./corridor maintenance on` does it on all running nodes."),
    CORRIDOR_REQUEST_JOURNAL_DAYS(
            "7",
            "For how many days `GET /v1/requests/{requestId}` and the portal know what a request asked for and what came of it, 0 to 90; with 0 no"
                    + " journal is kept. A day goes as a whole. Bodies, queries and headers never are."),
    CORRIDOR_WARM_UP_SECONDS(
            "",
            "How long the service warms up in a temporary sandbox before it is ready, 0 to 300 seconds; empty is 30 in the live"
                    + " environment and 0 in the sandbox."),
    CORRIDOR_DRAIN_SECONDS("2", "How long the service reports that it is not ready before it refuses requests on SIGTERM, 0 to 300 seconds."),
    CORRIDOR_JAVA_OPTS("", "Options for the JVM, such as `-Xmx2g`; `./corridor` passes them on.");

    private final String defaultValue;
    private final String meaning;

    Setting(String defaultValue, String meaning) {
        this.defaultValue = defaultValue;
        this.meaning = meaning;
    }

    /** The text to set explicitly; empty if there is no default. */
    public String defaultValue() {
        return defaultValue;
    }

    /** Whether it may come from a file: {@code NAME_FILE} in place of {@code NAME}. */
    public boolean isSecret() {
        return switch (this) {
            case CORRIDOR_DATABASE_URL, CORRIDOR_SANDBOX_API_KEY, CORRIDOR_MASTER_KEY, CORRIDOR_TOKEN_KEY, CORRIDOR_RATE_TICKER_KEY -> true;
            default -> false;
        };
    }

    /** A description in Markdown. */
    public String meaning() {
        return meaning;
    }

    static Optional<Setting> find(String name) {
        return Arrays.stream(values()).filter(setting -> setting.name().equals(name)).findAny();
    }
}
