package dev.corridor.service.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.service.Program;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL on two nodes that fails over: Patroni, etcd and HAProxy, as Debian has them, with the files of {@code docs/operate} that operators are told
 * to use.
 */
final class PatroniCluster implements AutoCloseable {

    private static final Path FILES = Path.of("..", "docs", "operate");
    private static final Path POSTGRESQL = Path.of("/usr/lib/postgresql/15/bin");
    private static final String PASSWORD = "secret";
    private static final String OWNER = "corridor";
    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private static final int OK = 200;

    /** A new standby copies the leader, and an old leader is rewound. */
    private static final Duration WHOLE_AFTER = Duration.ofMinutes(3);

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Path directory;
    private final Daemon etcd;
    private final List<Node> nodes;
    private final Daemon balancer;
    private final int port;

    /** A program that runs until it is ended. */
    private record Daemon(ProcessHandle process) {

        static Daemon start(Path directory, String name, Map<String, String> environment, List<String> command) throws IOException {
            var builder = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(directory.resolve(name + ".log").toFile()));
            builder.environment().putAll(environment);
            return new Daemon(builder.start().toHandle());
        }
    }

    /** A machine with PostgreSQL and its Patroni. */
    static final class Node {

        private final String name;
        private final Path directory;
        private final int postgresql = freePort();
        private final int patroni = freePort();
        private final int etcd;
        private Daemon daemon;

        private Node(String name, Path directory, int etcd) throws IOException {
            this.name = name;
            this.directory = directory;
            this.etcd = etcd;
        }

        String name() {
            return name;
        }

        /** Again, too: it finds out what has become of the cluster. */
        void start() throws IOException {
            daemon = Daemon.start(
                    directory.getParent(),
                    name,
                    Map.ofEntries(
                            Map.entry("PATH", POSTGRESQL + ":" + System.getenv("PATH")),
                            Map.entry("PATRONI_NAME", name),
                            // The newer API of etcd needs a newer Patroni than Debian 12 has: see the page.
                            Map.entry("PATRONI_ETCD_HOSTS", "127.0.0.1:" + etcd),
                            Map.entry("PATRONI_RESTAPI_LISTEN", "127.0.0.1:" + patroni),
                            Map.entry("PATRONI_RESTAPI_CONNECT_ADDRESS", "127.0.0.1:" + patroni),
                            Map.entry("PATRONI_POSTGRESQL_LISTEN", "127.0.0.1:" + postgresql),
                            Map.entry("PATRONI_POSTGRESQL_CONNECT_ADDRESS", "127.0.0.1:" + postgresql),
                            Map.entry("PATRONI_POSTGRESQL_DATA_DIR", directory.resolve("data").toString()),
                            Map.entry("PATRONI_POSTGRESQL_PGPASS", directory.resolve("pgpass").toString()),
                            Map.entry("PATRONI_SUPERUSER_USERNAME", "postgres"),
                            Map.entry("PATRONI_SUPERUSER_PASSWORD", PASSWORD),
                            Map.entry("PATRONI_REPLICATION_USERNAME", "replicator"),
                            Map.entry("PATRONI_REPLICATION_PASSWORD", PASSWORD)),
                    asPostgres(Program.find("patroni", "patroni").toString(), directory.getParent().resolve("patroni.yaml").toString()));
        }

        /** To all that runs on the machine at once. */
        void signal(String signal) throws IOException, InterruptedException {
            var all = Stream.concat(Stream.of(daemon.process()), postmaster()).flatMap(PatroniCluster::withDescendants)
                    .map(process -> Long.toString(process.pid()))
                    .distinct();
            new ProcessBuilder(Stream.concat(Stream.of("kill", "-" + signal), all).toList()).start().waitFor();
        }

        /** PostgreSQL does not run as a child of Patroni. */
        private Stream<ProcessHandle> postmaster() throws IOException {
            var file = directory.resolve("data").resolve("postmaster.pid");
            return Files.exists(file) ? ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst())).stream() : Stream.empty();
        }

        boolean isLeader() {
            return status("primary") == OK;
        }

        private boolean isSynchronousStandby() {
            return status("synchronous") == OK;
        }

        private int status(String role) {
            try {
                return HTTP.send(request(role).GET().build(), BodyHandlers.discarding()).statusCode();
            } catch (IOException e) {
                return 0;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + patroni + "/" + path)).timeout(Duration.ofSeconds(30));
        }
    }

    private PatroniCluster(Path directory, Daemon etcd, List<Node> nodes, Daemon balancer, int port) {
        this.directory = directory;
        this.etcd = etcd;
        this.nodes = nodes;
        this.balancer = balancer;
        this.port = port;
    }

    /** With a database and its owner, who may create roles. */
    static PatroniCluster start(Path directory) throws Exception {
        if (!Files.isExecutable(POSTGRESQL.resolve("postgres"))) {
            throw Program.missing("PostgreSQL 15", "install it, on Debian by 'apt-get install postgresql-15'");
        }
        // PostgreSQL does not run as root, and must get here.
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.copy(FILES.resolve("patroni.yaml"), directory.resolve("patroni.yaml"));
        int clients = freePort();
        var etcd = startEtcd(directory, clients);
        var nodes = new ArrayList<Node>();
        for (var name : List.of("node1", "node2")) {
            var node = new Node(name, Files.createDirectory(directory.resolve(name)), clients);
            if (isRoot()) {
                Program.run(directory, Map.of(), "chown", "postgres", node.directory.toString());
            }
            node.start();
            nodes.add(node);
        }
        int port = freePort();
        var cluster = new PatroniCluster(directory, etcd, List.copyOf(nodes), startBalancer(directory, nodes, port), port);
        cluster.awaitWhole();
        try (var connection = cluster.connect("postgres", "postgres"); var statement = connection.createStatement()) {
            statement.execute("create role " + OWNER + " login createrole password '" + PASSWORD + "'");
            statement.execute("create database " + OWNER + " owner " + OWNER);
        }
        return cluster;
    }

    private static Daemon startEtcd(Path directory, int clients) throws IOException {
        var peers = "http://127.0.0.1:" + freePort();
        var address = "http://127.0.0.1:" + clients;
        return Daemon.start(
                directory,
                "etcd",
                Map.of(),
                List.of(Program.find("etcd-server", "etcd").toString(), "--enable-v2", "--data-dir", directory.resolve("etcd").toString(),
                        "--listen-client-urls", address, "--advertise-client-urls", address, "--listen-peer-urls", peers,
                        "--initial-advertise-peer-urls", peers, "--initial-cluster", "default=" + peers));
    }

    private static Daemon startBalancer(Path directory, List<Node> nodes, int port) throws IOException {
        var file = FILES.resolve("haproxy.cfg").toAbsolutePath().normalize().toString();
        return Daemon.start(
                directory,
                "haproxy",
                Map.of(
                        "CORRIDOR_HAPROXY_BIND", "127.0.0.1:" + port,
                        "NODE1_POSTGRESQL", "127.0.0.1:" + nodes.getFirst().postgresql,
                        "NODE1_PATRONI_PORT", Integer.toString(nodes.getFirst().patroni),
                        "NODE2_POSTGRESQL", "127.0.0.1:" + nodes.getLast().postgresql,
                        "NODE2_PATRONI_PORT", Integer.toString(nodes.getLast().patroni)),
                List.of(Program.find("haproxy", "haproxy").toString(), "-db", "-f", file));
    }

    private static List<String> asPostgres(String... command) {
        var unprivileged = isRoot() ? Stream.of("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups") : Stream.<String>of();
        return Stream.concat(unprivileged, Stream.of(command)).toList();
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    /** The address of the leader, whichever it is, for the tables' owner. */
    String ownerUrl() {
        return "postgres://" + OWNER + ":" + PASSWORD + "@127.0.0.1:" + port + "/" + OWNER;
    }

    Connection connectAsOwner() throws SQLException {
        return connect(OWNER, OWNER);
    }

    private Connection connect(String user, String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?sslmode=disable&connectTimeout=1&socketTimeout=1", user, PASSWORD);
    }

    /** Whether whoever connects is led to a server that takes writes. */
    boolean leadsToALeader() {
        try (var connection = connectAsOwner();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select not pg_is_in_recovery()")) {
            return row.next() && row.getBoolean(1);
        } catch (SQLException e) {
            return false;
        }
    }

    Node leader() {
        return nodes.stream().filter(Node::isLeader).findFirst().orElseThrow();
    }

    Node other(Node node) {
        return nodes.stream().filter(each -> each != node).findFirst().orElseThrow();
    }

    void switchOver() throws IOException, InterruptedException {
        var leader = leader();
        var body = "{\"leader\":\"%s\",\"candidate\":\"%s\"}".formatted(leader.name, other(leader).name);
        var answer = HTTP.send(leader.request("switchover").POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(OK);
    }

    /** Until there is a leader with a synchronous standby again, to whom everybody is led. */
    void awaitWhole() throws Exception {
        long begun = System.nanoTime();
        while (!(nodes.stream().anyMatch(Node::isLeader) && nodes.stream().anyMatch(Node::isSynchronousStandby) && leadsToALeaderAsSuperuser())) {
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).as("how long the cluster is not whole\n%s", logs()).isLessThan(WHOLE_AFTER);
            Thread.sleep(PAUSE);
        }
    }

    private boolean leadsToALeaderAsSuperuser() {
        try (var connection = connect("postgres", "postgres")) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private String logs() throws IOException {
        var text = new StringBuilder();
        for (var log : List.of("node1.log", "node2.log", "haproxy.log")) {
            var lines = Files.readAllLines(directory.resolve(log));
            text.append(log).append('\n').append(String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()))).append('\n');
        }
        return text.toString();
    }

    private static Stream<ProcessHandle> withDescendants(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws Exception {
        for (var node : nodes) {
            node.signal("KILL");
        }
        for (var daemon : List.of(balancer, etcd)) {
            withDescendants(daemon.process()).forEach(ProcessHandle::destroyForcibly);
            daemon.process().onExit().get(10, TimeUnit.SECONDS);
        }
    }
}
