package dev.corridor.benchmarks.load;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Zipf's law: with exponent 1, the nth value is drawn 1/n times as often as the first. */
final class Zipf {

    private final double[] cumulated;

    Zipf(int size, double exponent) {
        cumulated = new double[size];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += Math.pow(i + 1, -exponent);
            cumulated[i] = sum;
        }
    }

    /** From 0, the most frequent, to the size, exclusive. */
    int next(RandomGenerator random) {
        int found = Arrays.binarySearch(cumulated, random.nextDouble() * cumulated[cumulated.length - 1]);
        return Math.min(found < 0 ? -found - 1 : found + 1, cumulated.length - 1);
    }
}
