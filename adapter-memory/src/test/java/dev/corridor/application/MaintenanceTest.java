package dev.corridor.application;

import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.application.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.maintenance.MaintenanceService;
import dev.corridor.application.maintenance.SwitchMaintenance;
import dev.corridor.application.maintenance.SwitchMaintenanceService;
import dev.corridor.application.maintenance.port.Maintenance;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.ServiceUnavailable;
import dev.corridor.domain.error.ServiceUnavailable.Reason;
import dev.corridor.memory.InMemoryMaintenanceNotices;
import dev.corridor.testing.SequentialIds;
import dev.corridor.testing.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MaintenanceTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final InMemoryMaintenanceNotices notices = new InMemoryMaintenanceNotices();
    private final SwitchMaintenance switchMaintenance = new SwitchMaintenanceService(
            notices, new AuditLog(new SequentialIds()), SettableClock.at(NOON.toString()));

    @Test
    void while_there_is_a_notice_nobody_is_served() {
        var node = node(Maintenance.NONE);
        node.require();

        switchTo(Optional.of(MINUTE));
        assertThat(refusal(node::require)).isEqualTo(new ServiceUnavailable(Reason.MAINTENANCE, MINUTE));
        assertThat(node.isOn()).isTrue();

        switchTo(Optional.empty());
        node.require();
        assertThat(node.isOn()).isFalse();
    }

    @Test
    void a_node_that_begins_under_maintenance_begins_in_it() {
        switchTo(Optional.of(HOUR));

        assertThat(refusal(node(Maintenance.NONE)::require)).isEqualTo(new ServiceUnavailable(Reason.MAINTENANCE, HOUR));
    }

    @Test
    void a_nodes_own_maintenance_lasts_whatever_the_notice_says() {
        var node = node(Maintenance.of(MINUTE));

        switchTo(Optional.of(HOUR));
        switchTo(Optional.empty());

        assertThat(refusal(node::require)).isEqualTo(new ServiceUnavailable(Reason.MAINTENANCE, MINUTE));
    }

    @Test
    void who_follows_is_told_each_change_once_and_what_holds_in_the_beginning() {
        var node = node(Maintenance.NONE);
        var early = new ArrayList<Optional<Duration>>();
        var late = new ArrayList<Optional<Duration>>();

        node.follow(early::add);
        switchTo(Optional.of(MINUTE));
        switchTo(Optional.of(MINUTE));
        node.follow(late::add);
        switchTo(Optional.of(HOUR));
        switchTo(Optional.empty());

        assertThat(early).containsExactly(Optional.of(MINUTE), Optional.of(HOUR), Optional.empty());
        assertThat(late).containsExactly(Optional.of(MINUTE), Optional.of(HOUR), Optional.empty());
    }

    @Test
    void the_wait_is_told_in_words_and_is_a_second_at_least() {
        assertThat(new ServiceUnavailable(Reason.MAINTENANCE, Duration.ofSeconds(1)).message()).endsWith("Retry it after 1 second.");
        assertThat(new ServiceUnavailable(Reason.MAINTENANCE, MINUTE).message()).endsWith("Retry it after 60 seconds.");
        assertThatThrownBy(() -> switchTo(Optional.of(Duration.ofMillis(999)))).isInstanceOf(IllegalArgumentException.class);
    }

    private MaintenanceService node(Maintenance own) {
        var node = new MaintenanceService(own, notices.read());
        notices.letKnow(node);
        return node;
    }

    private void switchTo(Optional<Duration> retryAfter) {
        switchMaintenance.switchTo(new SwitchMaintenance.Command(new Operator(), retryAfter, Origin.CONSOLE));
    }
}
