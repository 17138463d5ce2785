package dev.corridor.bank.folder;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpException;
import dev.corridor.application.transaction.port.Bank.Unavailable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** Folders on a server of the bank, over SFTP. One session is kept, and opened anew when it fails. */
public final class SftpFolders implements Folders {

    /** Of each wait for a connection, and of a server's silence. After the second one in a row it is given up. */
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private static final String UNFINISHED = ".";

    private final Server server;
    private final String outbox;
    private final String inbox;
    private final Duration pause;
    private final InstantSource clock;
    private final int timeoutMillis;
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<ChannelSftp> open = Optional.empty();
    private Instant nextLook = Instant.MIN;

    /**
     * A server, and how the house is known there.
     *
     * @param hostKey the fingerprint of the server's key, such as {@code SHA256:...}; a server with another one is refused
     */
    public record Server(String host, int port, String user, Credential credential, String hostKey) {}

    /** What proves the house. */
    public sealed interface Credential {

        record Password(String value) implements Credential {

            @Override
            public String toString() {
                return "Password[...]";
            }
        }

        /** @param file with the private key, not encrypted */
        record KeyFile(Path file) implements Credential {}
    }

    /** @param pause between two looks into the inbox, for the bank's sake */
    public SftpFolders(Server server, String outbox, String inbox, Duration pause, InstantSource clock) {
        this(server, outbox, inbox, pause, clock, TIMEOUT);
    }

    SftpFolders(Server server, String outbox, String inbox, Duration pause, InstantSource clock, Duration timeout) {
        this.server = server;
        this.outbox = outbox;
        this.inbox = inbox;
        this.pause = pause;
        this.clock = clock;
        this.timeoutMillis = Math.toIntExact(timeout.toMillis());
    }

    private interface Call<T> {
        T on(ChannelSftp channel) throws IOException, JSchException, SftpException;
    }

    private <T> T call(Call<T> call) {
        lock.lock();
        try {
            return call.on(channel());
        } catch (IOException | JSchException | SftpException e) {
            disconnect();
            throw new Unavailable("The server " + server.host() + " cannot be used: " + e.getMessage(), e);
        } finally {
            lock.unlock();
        }
    }

    private ChannelSftp channel() throws JSchException {
        if (open.filter(ChannelSftp::isConnected).isEmpty()) {
            disconnect();
            open = Optional.of(connect());
        }
        return open.orElseThrow();
    }

    private ChannelSftp connect() throws JSchException {
        var session = session();
        session.connect(timeoutMillis);
        try {
            var channel = (ChannelSftp) session.openChannel("sftp");
            channel.connect(timeoutMillis);
            return channel;
        } catch (JSchException e) {
            session.disconnect();
            throw e;
        }
    }

    private Session session() throws JSchException {
        var ssh = new JSch();
        var session = ssh.getSession(server.user(), server.host(), server.port());
        session.setHostKeyRepository(new ExpectedHostKey(server.hostKey()));
        session.setConfig("StrictHostKeyChecking", "yes");
        session.setTimeout(timeoutMillis);
        session.setDaemonThread(true);
        switch (server.credential()) {
            case Credential.Password password -> session.setPassword(password.value());
            case Credential.KeyFile key -> ssh.addIdentity(key.file().toString());
        }
        return session;
    }

    private void disconnect() {
        open.ifPresent(SftpFolders::endSession);
        open = Optional.empty();
    }

    private static void endSession(ChannelSftp channel) {
        try {
            channel.getSession().disconnect();
        } catch (JSchException e) {
            // It has ended already.
            channel.disconnect();
        }
    }

    @Override
    public void put(String name, String content) {
        call(channel -> write(outbox, name, content, channel));
    }

    /** Renamed when it is complete. A file of that name is the same one, from before a crash. */
    private static String write(String folder, String name, String content, ChannelSftp channel) throws IOException, SftpException {
        var unfinished = folder + "/" + UNFINISHED + name;
        channel.put(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), literal(unfinished));
        return rename(unfinished, folder + "/" + name, channel);
    }

    /** Answers the new name. The protocol's rename does not replace. */
    private static String rename(String from, String to, ChannelSftp channel) throws IOException, SftpException {
        orNothing(() -> {
            channel.rm(literal(to));
            return true;
        });
        channel.rename(literal(from), literal(to));
        return to;
    }

    @Override
    public List<Item> arrived() {
        if (clock.instant().isBefore(nextLook)) {
            return List.of();
        }
        var items = call(this::list);
        nextLook = clock.instant().plus(pause);
        return items;
    }

    private List<Item> list(ChannelSftp channel) throws SftpException {
        var items = new ArrayList<Item>();
        for (var entry : channel.ls(literal(inbox))) {
            var attributes = entry.getAttrs();
            if (attributes.isReg()) {
                items.add(new Item(entry.getFilename(), attributes.getSize(), Instant.ofEpochSecond(attributes.getMTime())));
            }
        }
        return items;
    }

    @Override
    public Optional<byte[]> read(String name) {
        return call(channel -> orNothing(() -> {
            try (var in = channel.get(literal(inbox + "/" + name))) {
                return in.readAllBytes();
            }
        }));
    }

    @Override
    public void move(String name, String folder) {
        call(channel -> {
            require(folder, channel);
            return orNothing(() -> {
                channel.stat(literal(inbox + "/" + name));
                return rename(inbox + "/" + name, inbox + "/" + folder + "/" + name, channel);
            });
        });
    }

    @Override
    public void note(String folder, String name, String text) {
        call(channel -> {
            require(folder, channel);
            return write(inbox + "/" + folder, name, text, channel);
        });
    }

    private void require(String folder, ChannelSftp channel) throws IOException, SftpException {
        var path = inbox + "/" + folder;
        if (orNothing(() -> channel.stat(literal(path))).isEmpty()) {
            channel.mkdir(path);
        }
    }

    /** The library takes paths for patterns, except of folders that it makes. */
    private static String literal(String path) {
        return path.replace("\\", "\\\\").replace("*", "\\*").replace("?", "\\?");
    }

    private interface LookUp<T> {
        T now() throws IOException, SftpException;
    }

    /** Empty if what it looks for is not there. */
    private static <T> Optional<T> orNothing(LookUp<T> lookUp) throws IOException, SftpException {
        try {
            return Optional.ofNullable(lookUp.now());
        } catch (SftpException e) {
            if (e.id == ChannelSftp.SSH_FX_NO_SUCH_FILE) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
