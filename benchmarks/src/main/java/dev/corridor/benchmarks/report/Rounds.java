package dev.corridor.benchmarks.report;

import java.util.List;
import java.util.stream.DoubleStream;

/** A figure of several rounds: its median, and the spread as an indication of its precision. */
public record Rounds(List<Double> figures) {

    public Rounds {
        figures = figures.stream().sorted().toList();
        if (figures.isEmpty()) {
            throw new IllegalArgumentException("there is no figure of no round");
        }
    }

    public static Rounds of(DoubleStream figures) {
        return new Rounds(figures.boxed().toList());
    }

    public double median() {
        int middle = figures.size() / 2;
        return figures.size() % 2 == 1 ? figures.get(middle) : (figures.get(middle - 1) + figures.get(middle)) / 2;
    }

    public double lowest() {
        return figures.getFirst();
    }

    public double highest() {
        return figures.getLast();
    }
}
