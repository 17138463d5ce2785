package dev.corridor.client;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;

/** The items of a list, over all of its pages. A page is asked for when its first item is. */
final class Pages<T> implements Iterator<T> {

    private final CorridorClient corridor;
    private final Listing<T> listing;
    private final Queue<T> items = new ArrayDeque<>();
    private Optional<Request<Listing.Page>> next;

    Pages(CorridorClient corridor, Listing<T> listing) {
        this.corridor = corridor;
        this.listing = listing;
        this.next = Optional.of(listing.first());
    }

    @Override
    public boolean hasNext() {
        while (items.isEmpty() && next.isPresent()) {
            var page = corridor.send(next.get());
            page.data().forEach(item -> items.add(Json.as(listing.item(), item)));
            next = page.nextCursor().map(listing::after);
        }
        return !items.isEmpty();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return items.remove();
    }
}
