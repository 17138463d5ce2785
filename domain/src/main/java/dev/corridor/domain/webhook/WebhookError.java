package dev.corridor.domain.webhook;

import static dev.corridor.domain.error.ErrorKind.CONFLICT;
import static dev.corridor.domain.error.Retry.SAME_REQUEST;

import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.Failure;

/** What can be wrong with an endpoint of webhooks. */
public sealed interface WebhookError extends BusinessError {

    @Failure(
            kind = CONFLICT,
            retry = SAME_REQUEST,
            title = "Too many webhook endpoints",
            meaning = "The organization has 50 webhook endpoints already.",
            advice = "Delete one first.",
            message = "The organization has " + EndpointList.MAX_ENDPOINTS + " webhook endpoints already: delete one first.")
    record WebhookEndpointLimitReached() implements WebhookError {}
}
