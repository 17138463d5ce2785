package dev.corridor.benchmarks;

import dev.corridor.benchmarks.load.LoadCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Runs {@code ./corridor bench}: the load benchmark, or JMH's microbenchmarks. */
final class Main {

    private Main() {}

    /** @param words the directory of Corridor's sources, and the arguments after {@code bench} */
    public static void main(String[] words) throws IOException {
        var home = Path.of(words[0]);
        var rest = List.of(words).subList(1, words.length);
        if (!rest.isEmpty() && rest.getFirst().equals("jmh")) {
            org.openjdk.jmh.Main.main(rest.subList(1, rest.size()).toArray(String[]::new));
        } else {
            boolean isNamed = !rest.isEmpty() && rest.getFirst().equals("load");
            System.exit(LoadCommand.run(isNamed ? rest.subList(1, rest.size()) : rest, home, System.out, System.err));
        }
    }
}
