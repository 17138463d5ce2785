package dev.corridor.application.webhook;

import dev.corridor.domain.webhook.Attempt;
import dev.corridor.domain.webhook.Message;
import java.time.Duration;

/** Watches the deliveries of this node, for its figures. */
public interface DeliveryWatch {

    /** An attempt is over, delivered or not. */
    void attempted(Message message, Attempt attempt);

    /** @param lag from the event to the first attempt to tell of it */
    void begun(Duration lag);

    /** An endpoint was disabled because it receives nothing. */
    void gaveUp();
}
