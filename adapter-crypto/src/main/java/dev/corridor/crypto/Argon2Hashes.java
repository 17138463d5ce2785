package dev.corridor.crypto;

import dev.corridor.application.user.port.PasswordHashes;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.ServiceUnavailable;
import dev.corridor.domain.user.Password;
import dev.corridor.domain.user.PasswordHash;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Hashes passwords with Argon2id (RFC 9106): 19 MiB, two passes, one lane, the minimum of OWASP's "Password Storage Cheat Sheet". A hash
 * contains its parameters, so they can be raised later.
 *
 * <p>A hash costs tens of milliseconds of CPU and 19 MiB. It runs on a bounded pool with threads for half of the processors, so a login
 * burst leaves CPU and memory to payments. A bounded queue absorbs bursts; beyond it, requests fail with {@code service_unavailable}.
 */
public final class Argon2Hashes implements PasswordHashes, AutoCloseable {

    /** At this length the wait is a few seconds. */
    private static final int MAX_WAITING = 128;

    private final SecureRandom random = new SecureRandom();
    private final ThreadPoolExecutor threads;

    /** Compared with if there is no user, so that the duration does not reveal it. */
    private final Argon2Hash decoy;

    public Argon2Hashes() {
        this(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), MAX_WAITING);
    }

    Argon2Hashes(int parallelism, int maxWaiting) {
        this.threads = new ThreadPoolExecutor(
                parallelism,
                parallelism,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(maxWaiting),
                Thread.ofPlatform().name("password-hash-", 0).daemon().factory());
        this.decoy = Argon2Hash.of("", salt());
    }

    @Override
    public PasswordHash hash(Password password) {
        return new PasswordHash(onPool(() -> Argon2Hash.of(password.value(), salt())).toString());
    }

    @Override
    public boolean matches(Password password, Supplier<Optional<PasswordHash>> hash) {
        return onPool(() -> matches(password, hash.get()));
    }

    private boolean matches(Password password, Optional<PasswordHash> hash) {
        var expected = hash.map(PasswordHash::value).map(Argon2Hash::parse).orElse(decoy);
        var actual = expected.again(password.value());
        boolean isEqual = MessageDigest.isEqual(actual.digest(), expected.digest());
        return isEqual && hash.isPresent();
    }

    private byte[] salt() {
        var salt = new byte[Argon2Hash.SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }

    private <T> T onPool(Callable<T> work) {
        try {
            return threads.submit(work).get();
        } catch (RejectedExecutionException e) {
            throw new BusinessException(new ServiceUnavailable());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusinessException(new ServiceUnavailable());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BusinessException refusal) {
                throw refusal;
            }
            throw new IllegalStateException("a password cannot be hashed", e.getCause());
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
