package dev.corridor.persistence;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.domain.organization.OrganizationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.core.statement.Query;

/**
 * A query within one organization: {@link OrganizationId#owns} in SQL. Conditions that do not apply are omitted from the statement, so each
 * combination gets its own plan.
 */
public final class TenantQuery<T> {

    private final String select;
    private final RowMapper<T> mapper;
    private final List<String> conditions = new ArrayList<>();
    private final List<Consumer<Query>> bindings = new ArrayList<>();

    public TenantQuery(OrganizationId organization, String select, RowMapper<T> mapper) {
        this(organization, "organization_id = :organization", select, mapper);
    }

    /** @param isTheirs the condition that makes a row one of the {@code :organization}'s, where there are others than its owner */
    public TenantQuery(OrganizationId organization, String isTheirs, String select, RowMapper<T> mapper) {
        this.select = select;
        this.mapper = mapper;
        where(isTheirs, "organization", organization.uuid());
    }

    public TenantQuery<T> where(String condition) {
        conditions.add(condition);
        return this;
    }

    public TenantQuery<T> where(String condition, String name, Object value) {
        bindings.add(query -> query.bind(name, value));
        return where(condition);
    }

    public <V> TenantQuery<T> whereAny(String condition, String name, Class<V> type, List<V> values) {
        return bindAny(name, type, values).where(condition);
    }

    /** For a condition with a further list. */
    public <V> TenantQuery<T> bindAny(String name, Class<V> type, List<V> values) {
        bindings.add(query -> query.bindArray(name, type, values));
        return this;
    }

    public Optional<T> find(Jdbi jdbi) {
        return jdbi.withHandle(handle -> rows(handle, "").findOne());
    }

    public List<T> list(Jdbi jdbi, String order) {
        return jdbi.withHandle(handle -> rows(handle, "\norder by " + order).list());
    }

    /** Within the caller's transaction. */
    public List<T> list(Handle handle) {
        return rows(handle, "").list();
    }

    /** A page, newest first, along an index that ends in the key. Fetches one item more than the limit, to know whether another page follows. */
    public <K> Page<T> page(Jdbi jdbi, String key, PageRequest<K> request, Function<K, ?> keyValue) {
        request.after().ifPresent(after -> where(key + " < :after", "after", keyValue.apply(after)));
        bindings.add(query -> query.bind("limit", request.limit() + 1));
        return Page.of(list(jdbi, key + " desc\nlimit :limit"), request.limit());
    }

    private ResultIterable<T> rows(Handle handle, String rest) {
        var query = handle.createQuery(select + "where " + String.join("\nand ", conditions) + rest);
        bindings.forEach(binding -> binding.accept(query));
        return query.map(mapper);
    }
}
