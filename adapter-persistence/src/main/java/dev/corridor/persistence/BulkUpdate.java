package dev.corridor.persistence;

import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.persistence.RecordType.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Changes many rows with one statement: what becomes of them is one array of records, the first {@code ?} of the text. The second is the
 * {@link Organizations} that they belong to, where they have one. The records have a composite type of the schema.
 */
public final class BulkUpdate<T> {

    private final RecordType<T> type;
    private final Optional<Function<T, OrganizationId>> organization;
    private final Statement statement;

    private BulkUpdate(RecordType<T> type, Optional<Function<T, OrganizationId>> organization, String text) {
        this.type = type;
        this.organization = organization;
        this.statement = new Statement(
                text, organization.isPresent() ? List.of(type.arrayName(), ArrayType.UUIDS.name()) : List.of(type.arrayName()));
    }

    public static <T> Definition<T> with(String type) {
        return new Definition<>(type);
    }

    /** Adds the change; nothing if there is none. */
    public void record(List<T> changes, Statements statements) {
        if (changes.isEmpty()) {
            return;
        }
        var records = type.of(changes);
        organization.ifPresentOrElse(
                of -> statements.update(statement, records, Organizations.of(changes, of)), () -> statements.update(statement, records));
    }

    public Statement statement() {
        return statement;
    }

    /** The fields of the records, in the order of the type. */
    public static final class Definition<T> {

        private final String type;
        private final List<Field<T, ?>> fields = new ArrayList<>();

        private Definition(String type) {
            this.type = type;
        }

        public Definition<T> uuid(Function<T, UUID> value) {
            return field(ArrayType.UUIDS, value);
        }

        public Definition<T> text(Function<T, String> value) {
            return field(ArrayType.TEXTS, value);
        }

        public Definition<T> bigint(Function<T, Long> value) {
            return field(ArrayType.LONGS, value);
        }

        public Definition<T> timestamp(Function<T, Instant> value) {
            return field(ArrayType.INSTANTS, value);
        }

        private <V> Definition<T> field(ArrayType<V> values, Function<T, V> value) {
            fields.add(new Field<>(values, value));
            return this;
        }

        public BulkUpdate<T> build(Function<T, OrganizationId> organization, String text) {
            return new BulkUpdate<>(new RecordType<>(type, fields), Optional.of(organization), text);
        }

        /** Of rows that belong to no organization. */
        public BulkUpdate<T> build(String text) {
            return new BulkUpdate<>(new RecordType<>(type, fields), Optional.empty(), text);
        }
    }
}
