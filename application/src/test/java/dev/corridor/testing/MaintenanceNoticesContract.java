package dev.corridor.testing;

import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aRecordOf;
import static dev.corridor.testing.Fixtures.anOrganization;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.maintenance.port.Maintenance;
import dev.corridor.application.maintenance.port.MaintenanceNotices;
import dev.corridor.domain.audit.AuditRecord;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The contract of {@link MaintenanceNotices}. */
public abstract class MaintenanceNoticesContract {

    /** The implementation under test, before any notice was posted. */
    protected abstract MaintenanceNotices fresh();

    @Test
    void there_is_no_maintenance_in_the_beginning() {
        assertThat(fresh().read()).isEqualTo(Maintenance.NONE);
    }

    @Test
    void a_notice_stands_until_there_is_another_one() {
        var notices = fresh();

        notices.post(Maintenance.of(Duration.ofMinutes(1)), switched());
        assertThat(notices.read()).isEqualTo(Maintenance.of(Duration.ofSeconds(60)));

        notices.post(Maintenance.of(Duration.ofHours(2)), switched());
        assertThat(notices.read()).isEqualTo(Maintenance.of(Duration.ofHours(2)));

        notices.post(Maintenance.NONE, switched());
        assertThat(notices.read()).isEqualTo(Maintenance.NONE);
    }

    protected static AuditRecord switched() {
        return aRecordOf(anOrganization(), "maintenance.switched", NOON);
    }
}
