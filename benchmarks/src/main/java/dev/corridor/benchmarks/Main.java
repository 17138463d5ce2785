package dev.corridor.benchmarks;

import dev.corridor.benchmarks.load.LoadCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What {@code ./corridor bench} runs: the load benchmark, or those of the parts. */
final class Main {

    private Main() {}

    /** @param words the directory of Corridor's sources, and what stands behind {@code bench} on the command line */
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
