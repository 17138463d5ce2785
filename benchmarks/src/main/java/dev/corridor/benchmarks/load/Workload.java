package dev.corridor.benchmarks.load;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntSupplier;
import java.util.random.RandomGenerator;

/** The distribution of load over accounts, the same for both sides. */
enum Workload {
    UNIFORM("%,d accounts, uniform") {
        @Override
        IntSupplier turns(int accounts, RandomGenerator random) {
            return () -> random.nextInt(accounts);
        }

        @Override
        String pgbenchExpression(int accounts) {
            return "random(1, " + accounts + ")";
        }
    },
    /** With the exponent nearest to 1 that pgbench accepts. */
    ZIPF("%,d accounts, Zipf 1.0") {
        @Override
        IntSupplier turns(int accounts, RandomGenerator random) {
            var zipf = new Zipf(accounts, EXPONENT);
            return () -> zipf.next(random);
        }

        @Override
        String pgbenchExpression(int accounts) {
            return "random_zipfian(1, " + accounts + ", " + EXPONENT + ")";
        }
    },
    HOT("one hot account") {
        @Override
        IntSupplier turns(int accounts, RandomGenerator random) {
            return () -> 0;
        }

        @Override
        String pgbenchExpression(int accounts) {
            return "1";
        }
    };

    static final double EXPONENT = 1.001;

    private final String description;

    Workload(String description) {
        this.description = description;
    }

    /** The index of the next account, from 0. */
    abstract IntSupplier turns(int accounts, RandomGenerator random);

    /** The same for pgbench, from 1. */
    abstract String pgbenchExpression(int accounts);

    String describe(int accounts) {
        return String.format(Locale.ROOT, description, accounts);
    }

    /** As a label. */
    static String clients(int number) {
        return number + (number == 1 ? " client" : " clients");
    }

    static Workload parse(String name) {
        return Arrays.stream(values())
                .filter(workload -> workload.name().equalsIgnoreCase(name))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("there is no workload " + name + ", only uniform, zipf and hot"));
    }
}
