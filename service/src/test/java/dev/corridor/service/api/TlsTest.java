package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.domain.organization.Environment;
import dev.corridor.service.Await;
import dev.corridor.service.settings.Listening;
import dev.corridor.service.settings.Listening.Tls;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The service with a certificate of its own, and no proxy before it. */
@MicronautTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsTest implements TestPropertyProvider {

    private static final String PASSWORD = "changeit";
    private static final Base64.Encoder PEM = Base64.getMimeEncoder(64, new byte[]{'\n'});

    @TempDir
    private static Path directory;

    private X509Certificate certificate;

    /** As an operator would say it, but that it is looked at sooner whether there is a new certificate. */
    @Override
    public Map<String, String> getProperties() {
        var tls = new Tls(directory.resolve("chain.pem"), directory.resolve("key.pem"));
        certificate = renew();
        var properties = new HashMap<String, String>();
        new Listening(-1, Optional.empty(), Optional.empty(), Optional.of(tls))
                .properties(Environment.SANDBOX)
                .forEach((name, value) -> properties.put(name, value.toString()));
        properties.put("micronaut.certificate.file.corridor.refresh-interval", "100ms");
        return properties;
    }

    @Test
    void it_answers_by_its_certificate_and_not_without(EmbeddedServer server) throws Exception {
        var answer = get("https://localhost:" + server.getPort() + "/v1/accounts", certificate);

        assertThat(answer.headers().firstValue("Corridor-Code")).hasValue("missing_api_key");
        assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
        assertThatThrownBy(() -> get("http://localhost:" + server.getPort() + "/v1/accounts", certificate)).isInstanceOf(IOException.class);
    }

    @Test
    void a_new_certificate_is_taken_without_a_restart(EmbeddedServer server) {
        var next = renew();

        Await.until("the new certificate is there", () -> isTrusted(server, next));
        certificate = next;
    }

    private static boolean isTrusted(EmbeddedServer server, X509Certificate certificate) {
        try {
            return get("https://localhost:" + server.getPort() + "/health", certificate).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (GeneralSecurityException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static HttpResponse<String> get(String url, X509Certificate trusted)
            throws IOException, InterruptedException, GeneralSecurityException {
        var trust = KeyStore.getInstance(KeyStore.getDefaultType());
        trust.load(null, null);
        trust.setCertificateEntry("corridor", trusted);
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trust);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        try (var client = HttpClient.newBuilder().sslContext(context).build()) {
            return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
        }
    }

    /** Writes a new key and its certificate where the service reads them. */
    private static X509Certificate renew() {
        try {
            var store = directory.resolve("store.p12");
            Files.deleteIfExists(store);
            var keytool = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "corridor", "-keyalg", "EC",
                    "-dname", "CN=localhost", "-ext", "SAN=dns:localhost", "-keystore", store.toString(), "-storepass", PASSWORD)
                    .start();
            assertThat(keytool.waitFor()).isZero();
            var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
            write("key.pem", "PRIVATE KEY", keys.getKey("corridor", PASSWORD.toCharArray()).getEncoded());
            write("chain.pem", "CERTIFICATE", keys.getCertificate("corridor").getEncoded());
            return (X509Certificate) keys.getCertificate("corridor");
        } catch (IOException | GeneralSecurityException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void write(String file, String type, byte[] der) throws IOException {
        Files.writeString(directory.resolve(file), "-----BEGIN " + type + "-----\n" + PEM.encodeToString(der) + "\n-----END " + type + "-----\n");
    }
}
