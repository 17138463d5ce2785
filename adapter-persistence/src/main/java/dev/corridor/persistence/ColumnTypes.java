package dev.corridor.persistence;

import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.reference.Reference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads and writes column types that several tables share. */
public final class ColumnTypes {

    /** The keys and values of a {@code metadata} column, in the same order. */
    public static final String SELECT_METADATA = """
            array(select key from jsonb_each_text(metadata)) as metadata_keys,
            array(select value from jsonb_each_text(metadata)) as metadata_values
            """;

    private ColumnTypes() {}

    public static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static Optional<Instant> optionalInstant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    public static Money money(ResultSet row, String units, String asset, AssetCatalogue assets) throws SQLException {
        return Money.ofUnits(row.getLong(units), assets.get(row.getString(asset)));
    }

    public static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    /** Reads the two arrays of {@link #SELECT_METADATA}. */
    public static Map<String, String> metadata(ResultSet row) throws SQLException {
        var keys = texts(row, "metadata_keys");
        var values = texts(row, "metadata_values");
        var metadata = HashMap.<String, String>newHashMap(keys.size());
        for (int i = 0; i < keys.size(); i++) {
            metadata.put(keys.get(i), values.get(i));
        }
        return metadata;
    }

    public static Optional<Reference> reference(ResultSet row, Reference.Kind kind) throws SQLException {
        var text = row.getString("reference");
        return text == null
                ? Optional.empty()
                : Optional.of(new Reference(new OrganizationId(uuid(row, "organization_id")), kind, text));
    }

    public static String textOrNull(Optional<Reference> reference) {
        return reference.map(Reference::text).orElse(null);
    }
}
