package dev.corridor.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The resolver of the operating system. A look-up blocks a carrier of virtual threads, so it runs on a thread of its own, and who waits for it does
 * so no longer than it may.
 */
final class SystemNames implements Names {

    private static final int MAX_LOOK_UPS = 256;
    private static final int MAX_WAITING = 10_000;

    private final ThreadPoolExecutor threads;

    SystemNames() {
        this.threads = new ThreadPoolExecutor(
                MAX_LOOK_UPS,
                MAX_LOOK_UPS,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MAX_WAITING),
                Thread.ofPlatform().name("webhook-names-", 0).daemon().factory(),
                new ThreadPoolExecutor.DiscardPolicy());
        threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public List<InetAddress> resolve(String host, Duration atMost) throws UnknownHostException, TimeoutException {
        var lookUp = new FutureTask<>(() -> List.of(InetAddress.getAllByName(host)));
        threads.execute(lookUp);
        try {
            return lookUp.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw unknown(host, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown(host, e);
        } finally {
            lookUp.cancel(false);
        }
    }

    private static UnknownHostException unknown(String host, Exception cause) {
        var unknown = new UnknownHostException(host);
        unknown.initCause(cause);
        return unknown;
    }
}
