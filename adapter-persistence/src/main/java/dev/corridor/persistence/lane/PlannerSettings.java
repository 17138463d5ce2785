package dev.corridor.persistence.lane;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** How the server plans the statements of a lane. */
public enum PlannerSettings {

    /**
     * Once, and by indexes: everything is looked up by its key, so no other plan is better, whatever the statistics say. In a new database
     * they mislead, because its tables are empty when the plans are made. JIT compilation never pays: each plan reads a few rows.
     */
    BY_KEY(
            "plan_cache_mode = force_generic_plan",
            "enable_seqscan = off",
            "enable_bitmapscan = off",
            "enable_hashjoin = off",
            "enable_mergejoin = off",
            "jit = off"),

    /** As the server chooses, which engines that distribute tables over several servers need. */
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
