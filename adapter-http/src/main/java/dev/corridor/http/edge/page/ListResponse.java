package dev.corridor.http.edge.page;

import dev.corridor.application.Page;
import dev.corridor.http.edge.wire.Literal;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.function.Function;

/** A page of a list. Source: the NXOS contract, section 1, "Conventions". */
@Serdeable
public record ListResponse<R>(@Literal("list") String object, List<R> data, boolean hasMore, @Nullable String nextCursor) {

    public static <T, K, R> ListResponse<R> of(Page<T> page, Function<T, R> response, Function<T, K> key, Cursor<K> cursors) {
        var next = page.hasMore() ? cursors.write(key.apply(page.items().getLast())) : null;
        return new ListResponse<>("list", page.items().stream().map(response).toList(), page.hasMore(), next);
    }

    /** A list that fits one page. */
    public static <R> ListResponse<R> whole(List<R> items) {
        return new ListResponse<>("list", items, false, null);
    }
}
