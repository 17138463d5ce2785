package dev.corridor.application.maintenance;

import dev.corridor.application.maintenance.port.Maintenance;
import dev.corridor.application.maintenance.port.MaintenanceListener;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.ServiceUnavailable;
import dev.corridor.domain.error.ServiceUnavailable.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The maintenance state of this node: its own setting, which lasts until a restart, or else the shared notice. */
public final class MaintenanceService implements RequireService, ReadMaintenance, FollowMaintenance, MaintenanceListener {

    private final Maintenance own;
    private final List<Follower> followers = new ArrayList<>();
    private volatile Maintenance current;

    /** @param notice at start-up */
    public MaintenanceService(Maintenance own, Maintenance notice) {
        this.own = own;
        this.current = inForce(notice);
    }

    public boolean isOn() {
        return current.isOn();
    }

    @Override
    public Optional<Duration> read() {
        return current.retryAfter();
    }

    @Override
    public void require() {
        current.retryAfter().ifPresent(wait -> {
            throw new BusinessException(new ServiceUnavailable(Reason.MAINTENANCE, wait));
        });
    }

    @Override
    public synchronized void follow(Follower follower) {
        followers.add(follower);
        if (current.isOn()) {
            follower.tell(current.retryAfter());
        }
    }

    @Override
    public synchronized void hear(Maintenance notice) {
        var next = inForce(notice);
        if (!next.equals(current)) {
            current = next;
            followers.forEach(follower -> follower.tell(next.retryAfter()));
        }
    }

    private Maintenance inForce(Maintenance notice) {
        return own.isOn() ? own : notice;
    }
}
