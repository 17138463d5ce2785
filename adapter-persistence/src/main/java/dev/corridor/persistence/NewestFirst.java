package dev.corridor.persistence;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/**
 * A list that is read page by page, from the newest to the oldest, along an index that ends in its key. A condition that does not apply is
 * left out of the statement, so that each combination gets the plan that suits it.
 */
public final class NewestFirst<T> {

    private final String select;
    private final String key;
    private final RowMapper<T> mapper;
    private final List<String> conditions = new ArrayList<>();
    private final List<Consumer<Query>> bindings = new ArrayList<>();

    public NewestFirst(String select, String key, RowMapper<T> mapper) {
        this.select = select;
        this.key = key;
        this.mapper = mapper;
    }

    public NewestFirst<T> where(String condition) {
        conditions.add(condition);
        return this;
    }

    public NewestFirst<T> where(String condition, String name, Object value) {
        bindings.add(query -> query.bind(name, value));
        return where(condition);
    }

    public NewestFirst<T> whereAny(String condition, String name, List<String> values) {
        bindings.add(query -> query.bindArray(name, String.class, values));
        return where(condition);
    }

    /** One item more than the limit is looked for: it tells whether there is another page. */
    public <K> Page<T> page(Jdbi jdbi, PageRequest<K> request, Function<K, ?> keyValue) {
        request.after().ifPresent(after -> where(key + " < :after", "after", keyValue.apply(after)));
        var sql = select + "where " + String.join("\nand ", conditions) + "\norder by " + key + " desc\nlimit :limit";
        var found = jdbi.withHandle(handle -> {
            var query = handle.createQuery(sql).bind("limit", request.limit() + 1);
            bindings.forEach(binding -> binding.accept(query));
            return query.map(mapper).list();
        });
        return Page.of(found, request.limit());
    }
}
