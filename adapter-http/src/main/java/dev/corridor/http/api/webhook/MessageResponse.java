package dev.corridor.http.api.webhook;

import dev.corridor.domain.webhook.EventType;
import dev.corridor.domain.webhook.Message;
import dev.corridor.domain.webhook.MessageId;
import dev.corridor.http.edge.wire.Literal;
import dev.corridor.http.edge.wire.Spells;
import io.micronaut.serde.annotation.Serdeable;

/**
 * A message that is about to be sent.
 *
 * @param messageId as in the headers {@code svix-id} and {@code webhook-id}
 */
@Serdeable
public record MessageResponse(
        @Literal("webhook_message") String object, @Spells(MessageId.class) String messageId, @Spells(EventType.class) String eventType) {

    public static MessageResponse of(Message message) {
        return new MessageResponse("webhook_message", message.id().toString(), message.type().toString());
    }
}
