package dev.corridor.bank.folder;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.UserInfo;
import dev.corridor.domain.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/** The one key by which a server is known. It never learns another. */
final class ExpectedHostKey implements HostKeyRepository {

    private final String fingerprint;

    /** @param fingerprint as OpenSSH shows it, {@code SHA256:} and Base64 without padding */
    ExpectedHostKey(String fingerprint) {
        this.fingerprint = fingerprint;
    }

    @Override
    public int check(String host, byte[] key) {
        boolean isExpected = MessageDigest.isEqual(
                fingerprint.getBytes(StandardCharsets.UTF_8), fingerprint(key).getBytes(StandardCharsets.UTF_8));
        return isExpected ? OK : CHANGED;
    }

    private static String fingerprint(byte[] key) {
        return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(Sha256.of(key));
    }

    @Override
    public String getKnownHostsRepositoryID() {
        return "rails file";
    }

    @Override
    public HostKey[] getHostKey() {
        return new HostKey[0];
    }

    @Override
    public HostKey[] getHostKey(String host, String type) {
        return new HostKey[0];
    }

    @Override
    public void add(HostKey key, UserInfo user) {
        throw new UnsupportedOperationException("keys are configured");
    }

    @Override
    public void remove(String host, String type) {
        throw new UnsupportedOperationException("keys are configured");
    }

    @Override
    public void remove(String host, String type, byte[] key) {
        throw new UnsupportedOperationException("keys are configured");
    }
}
