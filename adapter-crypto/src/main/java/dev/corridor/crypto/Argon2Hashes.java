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
 * Hashes passwords with Argon2id (RFC 9106). A hash contains its expense, so that can be raised later.
 *
 * <p>A hash of the standard expense costs tens of milliseconds of CPU and 19 MiB. Logins run on a bounded pool with threads for half of the processors, so a login
 * burst leaves CPU and memory to payments. New passwords have one thread and a small queue of their own: anyone may register, and no number of
 * registrations makes a login wait. Beyond either queue, requests fail with {@code service_unavailable}.
 */
public final class Argon2Hashes implements PasswordHashes, AutoCloseable {

    /** At this length the wait is a few seconds. */
    private static final int MAX_LOGINS_WAITING = 128;

    /** At this length the wait is less than a second. */
    private static final int MAX_NEW_WAITING = 8;

    private final SecureRandom random = new SecureRandom();
    private final Argon2Expense expense;
    private final ThreadPoolExecutor logins;
    private final ThreadPoolExecutor newPasswords;

    /** Compared with if there is no user, so that the duration does not reveal it. */
    private final Argon2Hash decoy;

    public Argon2Hashes(Argon2Expense expense) {
        this(expense, Math.max(1, Runtime.getRuntime().availableProcessors() / 2), MAX_LOGINS_WAITING, MAX_NEW_WAITING);
    }

    Argon2Hashes(Argon2Expense expense, int parallelLogins, int maxLoginsWaiting, int maxNewWaiting) {
        this.expense = expense;
        this.logins = pool("password-check-", parallelLogins, maxLoginsWaiting);
        this.newPasswords = pool("password-hash-", 1, maxNewWaiting);
        this.decoy = Argon2Hash.ofNothing(expense, salt());
    }

    private static ThreadPoolExecutor pool(String name, int parallelism, int maxWaiting) {
        return new ThreadPoolExecutor(
                parallelism,
                parallelism,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(maxWaiting),
                Thread.ofPlatform().name(name, 0).daemon().factory());
    }

    @Override
    public PasswordHash hash(Password password) {
        return new PasswordHash(on(newPasswords, () -> Argon2Hash.of(password.value(), expense, salt())).toString());
    }

    @Override
    public boolean matches(Password password, Supplier<Optional<PasswordHash>> hash) {
        return on(logins, () -> matches(password, hash.get()));
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

    private static <T> T on(ThreadPoolExecutor threads, Callable<T> work) {
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
        logins.close();
        newPasswords.close();
    }
}
