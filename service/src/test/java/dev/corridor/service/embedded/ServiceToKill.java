package dev.corridor.service.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;

/** A process that starts a database, commits one row, and waits to be killed without cleanup. */
final class ServiceToKill implements AutoCloseable {

    static final String TABLE = "written_before_the_kill";

    private static final String COMMITTED = "committed";

    private final Process process;

    ServiceToKill(Path dataDirectory) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classPath = System.getProperty("java.class.path");
        process = new ProcessBuilder(java, "-cp", classPath, ServiceToKill.class.getName(), dataDirectory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    void awaitCommit() throws IOException {
        var answer = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (!COMMITTED.equals(answer)) {
            throw new IOException("the service ended before its commit");
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public static void main(String[] arguments) throws Exception {
        var address = EmbeddedDatabase.start(Path.of(arguments[0])).address();
        try (var connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS " + TABLE + " (words text PRIMARY KEY)");
            statement.execute("INSERT INTO " + TABLE + " VALUES ('" + COMMITTED + "') ON CONFLICT DO NOTHING");
        }
        System.out.println(COMMITTED);
        System.in.read();
    }
}
