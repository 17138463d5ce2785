package dev.corridor.client;

import dev.corridor.client.model.Members;
import java.util.List;
import java.util.Optional;

/**
 * A request for a list, which has pages.
 *
 * @param <T> what the list has
 */
public final class Listing<T> {

    /** As it is answered. */
    record Page(List<Object> data, Optional<String> nextCursor) {}

    private final Request<Page> first;
    private final Class<T> item;

    private Listing(Request<Page> first, Class<T> item) {
        this.first = first;
        this.item = item;
    }

    /** @param path begins with a slash; what was put into it is encoded */
    public static <T> Listing<T> of(String path, Class<T> item) {
        return new Listing<>(Request.of("GET", path, Page.class), item);
    }

    /** With a filter. */
    public Listing<T> query(String name, Object value) {
        return new Listing<>(first.query(name, value), item);
    }

    /** With filters. */
    public Listing<T> query(Members<?> filters) {
        return new Listing<>(first.query(filters), item);
    }

    /** With so many items on a page, at most. The service chooses otherwise. */
    public Listing<T> pageSize(int items) {
        return query("limit", items);
    }

    /** With a further header, such as {@code Corridor-Sandbox-Trigger}. */
    public Listing<T> header(String name, String value) {
        return new Listing<>(first.header(name, value), item);
    }

    Request<Page> first() {
        return first;
    }

    Request<Page> after(String cursor) {
        return first.query("cursor", cursor);
    }

    Class<T> item() {
        return item;
    }

    @Override
    public String toString() {
        return first.toString();
    }
}
