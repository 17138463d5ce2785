package dev.corridor.benchmarks.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Samples what a running JVM does, by async-profiler. */
public final class Profiler {

    private final Path library;
    private final Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");

    private Profiler(Path library) {
        this.library = library;
    }

    /** Unpacks the library for this machine into the directory. */
    public static Profiler unpackInto(Path directory) {
        var machine = System.getProperty("os.arch").equals("aarch64") ? "linux-arm64" : "linux-x64";
        var library = directory.resolve("libasyncProfiler.so");
        try (var resource = Profiler.class.getResourceAsStream("/" + machine + "/libasyncProfiler.so")) {
            Files.copy(resource, library);
            return new Profiler(library);
        } catch (IOException e) {
            throw new BenchException("the profiler cannot be unpacked into " + directory, e);
        }
    }

    /** Samples on-CPU time from now on, each millisecond of a thread. */
    public void start(long processId) {
        command(processId, "start,event=cpu,interval=1ms,threads");
    }

    /**
     * Ends the sampling.
     *
     * @param flameGraph receives a page of HTML
     * @param stacks receives a line for each stack, with its number of samples
     */
    public void stop(long processId, Path flameGraph, Path stacks) {
        command(processId, "dump,file=" + stacks);
        command(processId, "stop,file=" + flameGraph);
    }

    private void command(long processId, String options) {
        try {
            var loaded = Program.run(new ProcessBuilder(
                    jcmd.toString(), String.valueOf(processId), "JVMTI.agent_load", library.toString(), "\"" + options + "\""));
            if (loaded.exitCode() != 0 || !loaded.output().contains("return code: 0")) {
                throw new BenchException("the profiler does not work: " + loaded.output().strip());
            }
        } catch (IOException e) {
            throw new BenchException(jcmd + " does not run", e);
        }
    }
}
