package dev.corridor.service.settings;

import java.util.Arrays;
import java.util.Optional;

/** The environment variables, in the order of the table in docs/configuration.md. */
public enum Setting {
    CORRIDOR_ENVIRONMENT("sandbox", "`sandbox` for play money, `live` for real money."),
    CORRIDOR_PORT("8080", "The port to listen on, 0 to 65535; 0 takes a free one."),
    CORRIDOR_DATA_DIR("./data", "The directory of the embedded PostgreSQL; it is created if there is none."),
    CORRIDOR_DATABASE_URL(
            "",
            "A PostgreSQL to use instead of the embedded one: `postgres://user:password@host:5432/database`,"
                    + " or the same with `jdbc:postgresql://`."),
    CORRIDOR_DATABASE_POOL_SIZE("16", "How many connections to the database are held, 1 to 100."),
    CORRIDOR_BOOKS_LANES(
            "",
            "How many queues of decisions there are, 1 to 48, each with two connections to the database, so that a batch is decided while another is"
                    + " written; empty is one for every two processors, as long as half of the pool suffices."),
    CORRIDOR_BOOKS_QUEUE(
            "4096",
            "How many decisions may wait for one lane, 1 to 100000; more are answered with `service_unavailable` at once."),
    CORRIDOR_BOOKS_BATCH_SCOPE(
            "any",
            "`any` lets decisions of all organizations share a transaction; `organization` those of one only, which engines that distribute"
                    + " the tables need."),
    CORRIDOR_BOOKS_PLANNING(
            "by-key",
            "`by-key` makes PostgreSQL plan the statements of the books once and by their keys; `by-statistics` leaves it to the server,"
                    + " which engines that distribute the tables may need."),
    CORRIDOR_SANDBOX_API_KEY("", "The key of the sandbox's first organization, `nxos_sk_test_...`; empty generates one."),
    CORRIDOR_MASTER_KEY(
            "",
            "What signing secrets are sealed with in the database: 64 hex digits. The sandbox makes one and keeps it in the data directory; with"
                    + " real money it must be set."),
    CORRIDOR_TOKEN_KEY(
            "",
            "What users' tokens are signed with: Base64 of 32 random bytes or more, the same on all nodes. A sandbox without it makes one and keeps"
                    + " it in its data directory; the live environment needs it."),
    CORRIDOR_REGISTRATION(
            "",
            "`open` lets anybody register at `/v1/auth/register`, `closed` nobody; empty is open in the sandbox and closed in the live environment,"
                    + " where whoever registers waits for approval."),
    CORRIDOR_TRUSTED_PROXIES(
            "",
            "The addresses of your own proxies, as CIDR ranges with commas between them: what they say in `X-Forwarded-For` or `Forwarded` about"
                    + " where a request comes from is believed."),
    CORRIDOR_TIERS(
            "STREAM rate=120/min quota=none connections=1 subscriptions=5; QUANT rate=3000/min quota=none connections=1 subscriptions=50;"
                    + " PULSE rate=600000/min quota=none connections=3 subscriptions=300;"
                    + " ORACLE rate=none quota=none connections=10 subscriptions=5000",
            "What a key of each tier may use: requests (`120/min`, or `burst=20` beside it for how many at once; `s`, `min` or `h`), requests in a"
                    + " month of the calendar (UTC), WebSocket connections and subscriptions. What is left out stays as it is."),
    CORRIDOR_ROUTE_LIMITS(
            "POST /v1/auth/login=5/min, POST /v1/auth/refresh=10/min",
            "Limits of single routes, for each key, or for each address where no key is needed; `none` for none. A variable part of a path stands"
                    + " in braces: `GET /v1/accounts/{accountId}=10/s burst 20`."),
    CORRIDOR_NEW_WALLET_LIMIT(
            "", "How often an organization may pay wallets that it has never paid before, such as `5/min`; as often as it likes if empty."),
    CORRIDOR_LIMITS(
            "memory",
            "Where limits are counted: `memory` counts on each node for itself, at no cost; `database` counts what all nodes do together, and each"
                    + " counted request waits for it."),
    CORRIDOR_FEED_CHANNELS(
            "ticker,depth,trade,transactions,quotes",
            "What can be subscribed to on WebSockets: `ticker`, `depth`, `trade`, `transactions`, `quotes`, with commas between them, or `none`."
                    + " Whoever wants another one is told to ask over HTTP."),
    CORRIDOR_FEED_HEARTBEAT_SECONDS(
            "15", "After how long without a word a client on a WebSocket is asked for a sign of life, 1 to 3600 seconds; after as long again it is"
                    + " given up."),
    CORRIDOR_FEED_RETENTION_DAYS(
            "7", "How long events of quotes and transactions are kept for clients that were away, 1 to 365 days."),
    CORRIDOR_DIALECT(
            "nxos",
            "The error contract that answers speak where neither the request nor its key says another: `nxos`, `nexusglass`, `nexgent`, `nexpay`,"
                    + " `tickdb` or `problem+json`."),
    CORRIDOR_TICKDB_ALWAYS_200("no", "`yes` gives every answer in the dialect `tickdb` the HTTP status 200, for clients that read `code` alone."),
    CORRIDOR_NEXGENT_STACK(
            "no", "`yes` shows stack traces in the dialect `nexgent`, as that contract does in development; in the sandbox only."),
    CORRIDOR_QUOTE_VALIDITY_SECONDS("300", "How long a quote can be executed, 1 to 3600 seconds."),
    CORRIDOR_SPREAD_BPS(
            "3",
            "What a conversion costs, 0 to 1000 hundredths of a percent of the amount sold; `3,100000=5` costs 5 from a worth of 100000 dollars"
                    + " (of the symbol's counter asset) on."),
    CORRIDOR_RATES(
            "USD/USDC=1,USD/USDT=1,USDC/USDT=1,EUR/USD=1.0825,EUR/USDC=1.0825,EUR/USDT=1.0825,BTC/USD=95000,BTC/USDT=95000,ETH/USD=3300,ETH/USDT=3300",
            "Mid rates, as what one unit of the first asset is worth in the second, for the sources `fixed` and `simulated`; the default holds in"
                    + " the sandbox only."),
    CORRIDOR_RATE_SOURCES(
            "",
            "Who says what symbols are worth: `fixed` (`CORRIDOR_RATES`), `simulated` (wanders about them; a rate of 1 stays), `ecb` or `ticker`, and"
                    + " other ones, or `none`, for single symbols: `fixed,EURUSD=ecb,BTCUSDT=ticker`. Empty is `simulated` in the sandbox and"
                    + " `fixed` in the live environment, where nothing is simulated."),
    CORRIDOR_RATE_POLL_SECONDS("1", "How often the simulation and the ticker are asked, 1 to 3600 seconds."),
    CORRIDOR_RATE_BELIEVED_SECONDS(
            "10", "How old a price of theirs may become before conversions are refused with `data_source_unavailable`, 1 to 86400 seconds."),
    CORRIDOR_RATE_MAX_JUMP_BPS(
            "1000",
            "How far a price of `ecb` or `ticker` may be from the one before it, 1 to 100000 hundredths of a percent; one that is further away is"
                    + " not believed."),
    CORRIDOR_RATE_TIMEOUT_SECONDS("3", "How long an answer of `ecb` or `ticker` may take as a whole, 1 to 60 seconds."),
    CORRIDOR_RATE_RETENTION_DAYS(
            "35", "How long ticks, and candles shorter than an hour, are kept, 8 to 3650 days; ticks that have priced a quote stay."),
    CORRIDOR_RATE_SWING_BPS("100", "How far the simulation goes from the mid rates at most, 0 to 5000 hundredths of a percent."),
    CORRIDOR_RATE_SEED("1", "Another number, another simulation."),
    CORRIDOR_RATE_ECB_URL(
            "https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml",
            "The European Central Bank's daily reference rates, which are read once an hour where `ecb` is a source."),
    CORRIDOR_RATE_ECB_DAYS("6", "How old such a rate may become, 1 to 7 days; there is none at weekends and on holidays."),
    CORRIDOR_RATE_TICKER_URL(
            "", "Where `ticker` asks for a price: an address with `{symbol}`, or `{base}` and `{counter}`, in it, which answers JSON."),
    CORRIDOR_RATE_TICKER_POINTERS(
            "bid=/bidPrice,ask=/askPrice",
            "Where the prices are in its answer, as JSON Pointers, or `price=/price`; and perhaps `time=/time`, in milliseconds since 1970 or"
                    + " ISO 8601."),
    CORRIDOR_CHAIN_CONFIRMATION_SECONDS("15", "How long the sandbox's simulated blockchain takes to confirm, 0 to 3600 seconds."),
    CORRIDOR_MAINTENANCE(
            "",
            "After how many seconds clients are told to come again, 1 to 86400, while this node answers everything with `service_unavailable`; empty to"
                    + " serve. `./corridor maintenance on` does it on all nodes as they run."),
    CORRIDOR_WARM_UP_SECONDS(
            "",
            "How long the service exercises itself before it is ready, in a sandbox that is thrown away, 0 to 300 seconds; empty is 30 in the live"
                    + " environment and 0 in the sandbox."),
    CORRIDOR_DRAIN_SECONDS("2", "How long the service is seen as not ready before it stops taking requests on SIGTERM, 0 to 300 seconds."),
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

    /** A description in Markdown. */
    public String meaning() {
        return meaning;
    }

    static Optional<Setting> find(String name) {
        return Arrays.stream(values()).filter(setting -> setting.name().equals(name)).findAny();
    }
}
