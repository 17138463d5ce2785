package dev.corridor.persistence.delivery;

import static dev.corridor.persistence.ColumnTypes.instant;
import static dev.corridor.persistence.ColumnTypes.uuid;

import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.webhook.EventType;
import dev.corridor.domain.webhook.Message;
import dev.corridor.domain.webhook.MessageId;
import dev.corridor.persistence.BulkInsert;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Maps messages to their table. */
final class MessageRows implements RowMapper<Message> {

    static final String COLUMNS = """
            message.message_id, message.organization_id, message.sequence, message.type, message.subject, message.body, message.happened_at
            """;

    static final String SELECT = "select " + COLUMNS + "from webhook_messages as message\n";

    /** An event that has a message keeps it. */
    static final BulkInsert<Message> RECORDING = BulkInsert.<Message>into("webhook_messages")
            .uuid("message_id", message -> message.id().uuid())
            .uuid("organization_id", message -> message.organization().uuid())
            .bigint("sequence", message -> message.sequence() == Message.NO_SEQUENCE ? null : message.sequence())
            .text("type", message -> message.type().toString())
            .text("subject", Message::subject)
            .text("body", Message::body)
            .timestamp("happened_at", Message::happenedAt)
            .timestamp("created_at", Message::happenedAt)
            .onConflict("organization_id, sequence", "do nothing");

    @Override
    public Message map(ResultSet row, StatementContext context) throws SQLException {
        return new Message(
                new MessageId(uuid(row, "message_id")),
                new OrganizationId(uuid(row, "organization_id")),
                EventType.parse(row.getString("type")),
                row.getString("subject"),
                row.getLong("sequence"),
                instant(row, "happened_at"),
                row.getString("body"));
    }
}
