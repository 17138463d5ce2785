package dev.corridor.service.operation;

import io.micronaut.scheduling.TaskScheduler;
import jakarta.inject.Singleton;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Schedules all upkeep at the start. A failed run is logged, and the next one retries. */
@Singleton
final class UpkeepSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(UpkeepSchedule.class);

    UpkeepSchedule(List<Upkeep> jobs, TaskScheduler scheduler) {
        jobs.forEach(upkeep -> scheduler.scheduleWithFixedDelay(upkeep.firstAfter(), upkeep.every(), () -> run(upkeep)));
    }

    private static void run(Upkeep upkeep) {
        try {
            upkeep.job().run();
        } catch (RuntimeException e) {
            LOG.error("Upkeep failed and is tried again in {}: {}", upkeep.every(), upkeep.name(), e);
        }
    }
}
