package dev.corridor.application.webhook;

import dev.corridor.domain.webhook.AttemptOutcome;
import java.time.Duration;

/** Watches the deliveries of this node, for its figures. */
public interface DeliveryWatch {

    void attempted(AttemptOutcome outcome, Duration latency);

    /** @param lag from the event to the first attempt to tell of it */
    void begun(Duration lag);

    /** An endpoint was disabled because it receives nothing. */
    void gaveUp();
}
