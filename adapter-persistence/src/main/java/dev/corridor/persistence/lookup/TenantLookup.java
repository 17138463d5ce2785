package dev.corridor.persistence.lookup;

import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.persistence.ArrayType;
import dev.corridor.persistence.BatchScope;
import dev.corridor.persistence.Organizations;
import dev.corridor.persistence.Pipeline;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * What belongs to one thing of an organization, by that thing's id. Several organizations may share a statement, but each finds only its own: what is
 * found is known by its owner too.
 *
 * @param <V> what is found; made of one or more rows
 */
public final class TenantLookup<I, V> {

    private static final String IDS = ":ids";
    private static final Pattern PARAMETER = Pattern.compile(IDS + "|:organizations");

    private final Jdbi jdbi;
    private final Rows<I, V> rows;
    private final String statement;
    private final List<String> parameters;
    private final Lookup<Key<I>, V> lookup;

    public record Key<I>(OrganizationId organization, I id) {}

    /**
     * How to select it.
     *
     * @param select with the parameters {@code :ids} and {@code :organizations}, arrays, as often as it needs them
     * @param uuid of an id
     * @param mapper maps a row
     * @param key whose a row is
     * @param and adds a later row to earlier ones
     */
    public record Rows<I, V>(String select, Function<I, UUID> uuid, RowMapper<V> mapper, Function<V, Key<I>> key, BinaryOperator<V> and) {}

    public TenantLookup(Jdbi jdbi, BatchScope scope, Rows<I, V> rows) {
        this.jdbi = jdbi;
        this.rows = rows;
        this.statement = PARAMETER.matcher(rows.select).replaceAll("?");
        this.parameters = PARAMETER.matcher(rows.select).results().map(MatchResult::group).toList();
        this.lookup = Lookup.shared(scope, this::select);
    }

    public Optional<V> find(OrganizationId organization, I id) {
        return lookup.find(new Key<>(organization, id));
    }

    /** @param answers completes the stage */
    public CompletionStage<Optional<V>> find(OrganizationId organization, I id, Executor answers) {
        return lookup.begin(new Key<>(organization, id), answers);
    }

    private Map<Key<I>, V> select(List<Key<I>> keys) {
        var found = new HashMap<Key<I>, V>();
        var ids = ArrayType.UUIDS.of(keys, key -> rows.uuid.apply(key.id));
        var organizations = Organizations.of(keys, Key::organization);
        var values = parameters.stream().map(name -> name.equals(IDS) ? ids : organizations).toList();
        var pipeline = new Pipeline()
                .query(statement, rows.mapper, row -> found.merge(rows.key.apply(row), row, rows.and), values);
        jdbi.useHandle(pipeline::run);
        return found;
    }
}
