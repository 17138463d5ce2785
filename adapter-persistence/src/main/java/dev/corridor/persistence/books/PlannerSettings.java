package dev.corridor.persistence.books;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** How the server plans the statements of the books. */
public enum PlannerSettings {

    /**
     * Once, and by indexes: the books look everything up by its key, so whatever the statistics say, no other plan is better. They say the
     * worst of a new database, whose tables are empty when the plans are made. No plan is worth being compiled: each reads a few rows.
     */
    BY_KEY(
            "plan_cache_mode = force_generic_plan",
            "enable_seqscan = off",
            "enable_bitmapscan = off",
            "enable_hashjoin = off",
            "enable_mergejoin = off",
            "jit = off"),

    /** As the server sees fit, which engines that are distributed over several servers need. */
    BY_STATISTICS;

    private final List<String> settings;

    PlannerSettings(String... settings) {
        this.settings = List.of(settings);
    }

    void apply(Handle handle) {
        settings.forEach(setting -> handle.execute("set " + setting));
    }

    void undo(Handle handle) {
        settings.forEach(setting -> handle.execute("reset " + setting.substring(0, setting.indexOf(' '))));
    }
}
