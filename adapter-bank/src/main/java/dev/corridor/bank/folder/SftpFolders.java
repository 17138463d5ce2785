package dev.corridor.bank.folder;

import dev.corridor.application.transaction.port.Bank.Unavailable;
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
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** Folders on a server of the bank, over SFTP. One session is kept, and opened anew when it fails. */
public final class SftpFolders implements Folders {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final String UNFINISHED = ".";

    private final Server server;
    private final String outbox;
    private final String inbox;
    private final Duration pause;
    private final InstantSource clock;
    private final SshClient ssh;
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<SftpClient> open = Optional.empty();
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
        this.server = server;
        this.outbox = outbox;
        this.inbox = inbox;
        this.pause = pause;
        this.clock = clock;
        this.ssh = SshClient.setUpDefaultClient();
        ssh.setServerKeyVerifier((session, address, key) -> KeyUtils.getFingerPrint(key).equals(server.hostKey()));
        ssh.start();
    }

    private interface Call<T> {
        T on(SftpClient client) throws IOException;
    }

    private <T> T call(Call<T> call) {
        lock.lock();
        try {
            return call.on(client());
        } catch (IOException e) {
            disconnect();
            throw new Unavailable("The server " + server.host() + " cannot be used: " + e.getMessage(), e);
        } finally {
            lock.unlock();
        }
    }

    private SftpClient client() throws IOException {
        if (open.filter(SftpClient::isOpen).isEmpty()) {
            open = Optional.of(SftpClientFactory.instance().createSftpClient(session()));
        }
        return open.orElseThrow();
    }

    private ClientSession session() throws IOException {
        var session = ssh.connect(server.user(), server.host(), server.port()).verify(TIMEOUT).getSession();
        switch (server.credential()) {
            case Credential.Password password -> session.addPasswordIdentity(password.value());
            case Credential.KeyFile key -> session.setKeyIdentityProvider(new FileKeyPairProvider(key.file()));
        }
        session.auth().verify(TIMEOUT);
        return session;
    }

    private void disconnect() {
        open.ifPresent(client -> client.getClientSession().close(true));
        open = Optional.empty();
    }

    @Override
    public void put(String name, String content) {
        call(client -> write(outbox, name, content, client));
    }

    /** Renamed when it is complete. A file of that name is the same one, from before a crash. */
    private static String write(String folder, String name, String content, SftpClient client) throws IOException {
        var unfinished = folder + "/" + UNFINISHED + name;
        try (var out = client.write(unfinished, OpenMode.Create, OpenMode.Truncate, OpenMode.Write)) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return rename(unfinished, folder + "/" + name, client);
    }

    /** Answers the new name. The protocol's rename does not replace. */
    private static String rename(String from, String to, SftpClient client) throws IOException {
        orNothing(() -> {
            client.remove(to);
            return true;
        });
        client.rename(from, to);
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

    private List<Item> list(SftpClient client) throws IOException {
        var items = new ArrayList<Item>();
        for (var entry : client.readEntries(inbox)) {
            var attributes = entry.getAttributes();
            if (attributes.isRegularFile()) {
                items.add(new Item(entry.getFilename(), attributes.getSize(), attributes.getModifyTime().toInstant()));
            }
        }
        return items;
    }

    @Override
    public Optional<byte[]> read(String name) {
        return call(client -> orNothing(() -> {
            try (var in = client.read(inbox + "/" + name)) {
                return in.readAllBytes();
            }
        }));
    }

    @Override
    public void move(String name, String folder) {
        call(client -> {
            require(folder, client);
            return orNothing(() -> {
                client.stat(inbox + "/" + name);
                return rename(inbox + "/" + name, inbox + "/" + folder + "/" + name, client);
            });
        });
    }

    @Override
    public void note(String folder, String name, String text) {
        call(client -> {
            require(folder, client);
            return write(inbox + "/" + folder, name, text, client);
        });
    }

    private void require(String folder, SftpClient client) throws IOException {
        if (orNothing(() -> client.stat(inbox + "/" + folder)).isEmpty()) {
            client.mkdir(inbox + "/" + folder);
        }
    }

    private interface LookUp<T> {
        T now() throws IOException;
    }

    /** Empty if what it looks for is not there. */
    private static <T> Optional<T> orNothing(LookUp<T> lookUp) throws IOException {
        try {
            return Optional.ofNullable(lookUp.now());
        } catch (SftpException e) {
            if (e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
