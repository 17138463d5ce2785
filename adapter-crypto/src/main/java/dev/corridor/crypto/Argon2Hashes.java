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
 * Hashes passwords with Argon2id (RFC 9106): 19 MiB, two passes, one lane, as OWASP's "Password Storage Cheat Sheet" advises at least. A hash says
 * how it was made, so that a later one may be made at greater expense.
 *
 * <p>A hash takes some tens of milliseconds of a processor and its 19 MiB. So only half of the processors ever hash, on threads of their own, and a
 * crowd at the login leaves the rest, and the memory, to those who move money. Some may wait for their turn, and more are told to come again.
 */
public final class Argon2Hashes implements PasswordHashes, AutoCloseable {

    /** So many wait a few seconds at most. */
    private static final int MAX_WAITING = 128;

    private final SecureRandom random = new SecureRandom();
    private final ThreadPoolExecutor threads;

    /** What nobody's password is compared with. */
    private final Argon2Hash nobodys;

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
        this.nobodys = Argon2Hash.of("", salt());
    }

    @Override
    public PasswordHash hash(Password password) {
        return new PasswordHash(onceThereIsTime(() -> Argon2Hash.of(password.value(), salt())).toString());
    }

    @Override
    public boolean matches(Password password, Supplier<Optional<PasswordHash>> hash) {
        return onceThereIsTime(() -> matches(password, hash.get()));
    }

    private boolean matches(Password password, Optional<PasswordHash> hash) {
        var expected = hash.map(PasswordHash::value).map(Argon2Hash::parse).orElse(nobodys);
        var actual = expected.again(password.value());
        boolean isEqual = MessageDigest.isEqual(actual.digest(), expected.digest());
        return isEqual && hash.isPresent();
    }

    private byte[] salt() {
        var salt = new byte[Argon2Hash.SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }

    private <T> T onceThereIsTime(Callable<T> work) {
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
