package dev.corridor.service.sandbox;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Customers that trade concurrently in a sandbox, over HTTP. */
public final class SandboxCrowd {

    /** Enough for group commits of several decisions, as under load. */
    private static final int CUSTOMERS = 32;

    private final int port;
    private final String key;

    public SandboxCrowd(int port, SandboxStory sandbox) {
        this.port = port;
        this.key = sandbox.key().value();
    }

    /**
     * Returns the number of trades.
     *
     * @throws IllegalStateException if a customer fails
     */
    public int tradeUntil(BooleanSupplier enough) {
        Callable<Integer> customer = () -> trade(enough);
        try (var threads = Executors.newFixedThreadPool(CUSTOMERS)) {
            var customers = Stream.generate(() -> threads.submit(customer)).limit(CUSTOMERS).toList();
            return customers.stream().mapToInt(SandboxCrowd::tradesOf).sum();
        }
    }

    private int trade(BooleanSupplier enough) throws IOException {
        try (var client = SandboxClient.connect(port, key)) {
            return SandboxCustomer.open(client).tradeUntil(enough);
        }
    }

    private static int tradesOf(Future<Integer> customer) {
        try {
            return customer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a customer could not go on: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while customers trade", e);
        }
    }
}
