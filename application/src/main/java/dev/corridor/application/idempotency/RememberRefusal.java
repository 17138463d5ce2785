package dev.corridor.application.idempotency;

import dev.corridor.application.Refuses;
import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.IdempotencyError.IdempotencyKeyInUse;

/**
 * Remembers a refusal that was pronounced before the books were opened, such as a validation error, so that it too is answered again. If the
 * request was answered before, that answer stands.
 */
public interface RememberRefusal {

    @Refuses(IdempotencyKeyInUse.class)
    void remember(Command command);

    record Command(Once<?> once, BusinessError error) {}
}
