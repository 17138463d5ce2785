package dev.corridor.application.idempotency;

import dev.corridor.application.Refuses;
import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.IdempotencyError.IdempotencyKeyInUse;

/** Stores a refusal made before the decision, such as a validation error, for replay. An earlier stored response wins. */
public interface RememberRefusal {

    @Refuses(IdempotencyKeyInUse.class)
    void remember(Command command);

    record Command(Once<?> once, BusinessError error) {}
}
