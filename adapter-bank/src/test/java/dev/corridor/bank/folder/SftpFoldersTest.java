package dev.corridor.bank.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.corridor.application.transaction.port.Bank.Unavailable;
import dev.corridor.bank.folder.Folders.Item;
import dev.corridor.bank.folder.SftpFolders.Credential;
import dev.corridor.bank.folder.SftpFolders.Server;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a server in the same process. */
class SftpFoldersTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @TempDir
    private Path root;

    private SshServer server;
    private String hostKey;
    private SftpFolders folders;

    @BeforeEach
    void the_bank_has_a_server() throws Exception {
        Files.createDirectories(root.resolve("out"));
        Files.createDirectories(root.resolve("in"));
        var key = KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256);
        hostKey = KeyUtils.getFingerPrint(key.getPublic());
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(key));
        server.setPasswordAuthenticator((user, password, session) -> user.equals("corridor") && password.equals("secret"));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(root));
        server.start();
        folders = folders("secret", hostKey);
    }

    private SftpFolders folders(String password, String expectedKey) {
        return folders(new Credential.Password(password), expectedKey);
    }

    private SftpFolders folders(Credential credential, String expectedKey) {
        return new SftpFolders(
                new Server("127.0.0.1", server.getPort(), "corridor", credential, expectedKey),
                "/out",
                "/in",
                Duration.ZERO,
                () -> NOON);
    }

    @AfterEach
    void stop() throws IOException {
        server.stop(true);
    }

    @Test
    void a_file_is_put_there_whole_and_again_as_it_is() {
        folders.put("main-1.xml", "é");
        folders.put("main-1.xml", "é");

        assertThat(root.resolve("out/main-1.xml")).hasContent("é");
        assertThat(root.resolve("out").toFile().list()).containsExactly("main-1.xml");
    }

    @Test
    void files_are_read_and_moved_and_noted() throws IOException {
        Files.writeString(root.resolve("in/a.xml"), "text");
        assertThat(folders.arrived()).extracting(Item::name, Item::size).containsExactly(tuple("a.xml", 4L));
        assertThat(folders.read("a.xml")).hasValueSatisfying(bytes -> assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo("text"));

        folders.note("put-aside", "a.xml.reason.txt", "because");
        folders.move("a.xml", "put-aside");
        folders.move("a.xml", "put-aside");

        assertThat(folders.arrived()).isEmpty();
        assertThat(folders.read("a.xml")).isEmpty();
        assertThat(root.resolve("in/put-aside/a.xml")).hasContent("text");
        assertThat(root.resolve("in/put-aside/a.xml.reason.txt")).hasContent("because");
    }

    @Test
    void a_name_is_no_pattern() throws IOException {
        for (var name : List.of("a.xml", "*.xml", "?.xml", "[a].xml", "b\\*.xml")) {
            Files.writeString(root.resolve("in").resolve(name), name);
        }

        folders.put("*.xml", "new");
        folders.move("*.xml", "done");
        folders.move("b\\*.xml", "done");

        assertThat(folders.read("?.xml")).hasValueSatisfying(bytes -> assertThat(bytes).asString().isEqualTo("?.xml"));
        assertThat(folders.arrived()).extracting(Item::name).containsExactlyInAnyOrder("a.xml", "?.xml", "[a].xml");
        assertThat(root.resolve("in/done/*.xml")).hasContent("*.xml");
        assertThat(root.resolve("in/done/b\\*.xml")).hasContent("b\\*.xml");
        assertThat(root.resolve("out/*.xml")).hasContent("new");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ssh-rsa", "ecdsa-sha2-nistp256", "ssh-ed25519"})
    void a_key_file_proves_the_house(String type) throws Exception {
        var ours = KeyUtils.generateKeyPair(type, type.equals("ssh-rsa") ? 2048 : 256);
        server.setPublickeyAuthenticator((user, key, session) -> KeyUtils.compareKeys(key, ours.getPublic()));
        var file = root.resolve("key");
        try (var out = Files.newOutputStream(file)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(ours, "corridor", null, out);
        }

        folders(new Credential.KeyFile(file), hostKey).put("main-1.xml", "one");

        assertThat(root.resolve("out/main-1.xml")).hasContent("one");
    }

    @Test
    void a_session_that_broke_is_opened_anew() throws Exception {
        folders.put("main-1.xml", "one");
        for (var session : server.getActiveSessions()) {
            session.close(true).await();
        }

        try {
            folders.put("main-2.xml", "two");
        } catch (Unavailable broken) {
            folders.put("main-2.xml", "two");
        }

        assertThat(root.resolve("out/main-2.xml")).hasContent("two");
    }

    @Test
    @Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
    void a_server_that_falls_silent_is_given_up() throws Exception {
        try (var relay = new ServerSocket(0)) {
            var isSilent = new AtomicBoolean();
            Thread.ofVirtual().start(() -> relay(relay, isSilent));
            var behind = new SftpFolders(
                    new Server("127.0.0.1", relay.getLocalPort(), "corridor", new Credential.Password("secret"), hostKey),
                    "/out",
                    "/in",
                    Duration.ZERO,
                    () -> NOON,
                    Duration.ofSeconds(1));
            behind.put("main-1.xml", "one");

            isSilent.set(true);

            assertThatThrownBy(() -> behind.put("main-2.xml", "two")).isInstanceOf(Unavailable.class);
        }
    }

    /** Takes everything, and passes it on until it is to be silent. */
    private void relay(ServerSocket relay, AtomicBoolean isSilent) {
        try (var client = relay.accept(); var bank = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
            var back = Thread.ofVirtual().start(() -> copy(bank, client, isSilent));
            copy(client, bank, isSilent);
            back.join();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copy(Socket from, Socket to, AtomicBoolean isSilent) {
        var bytes = new byte[8192];
        try {
            for (int count = from.getInputStream().read(bytes); count >= 0; count = from.getInputStream().read(bytes)) {
                if (!isSilent.get()) {
                    to.getOutputStream().write(bytes, 0, count);
                }
            }
        } catch (IOException e) {
            // The other side has ended.
            return;
        }
    }

    @Test
    void another_server_or_a_wrong_password_is_refused() {
        assertThatThrownBy(() -> folders("secret", "SHA256:other").arrived()).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> folders("guess", hostKey).arrived()).isInstanceOf(Unavailable.class);
    }
}
