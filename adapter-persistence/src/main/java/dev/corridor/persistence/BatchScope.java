package dev.corridor.persistence;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What may share a transaction. */
public enum BatchScope {

    /** Anything: one wait for the disk serves all. */
    ANY,

    /** What is of one organization, for engines that distribute the tables by it and lock on one server at a time. */
    ORGANIZATION;

    public boolean allows(Object first, Object other) {
        return switch (this) {
            case ANY -> true;
            case ORGANIZATION -> first.equals(other);
        };
    }

    /** In the order of the things; none without any. */
    public <T> List<List<T>> groups(Collection<T> things, Function<? super T, ?> organization) {
        return switch (this) {
            case ANY -> things.isEmpty() ? List.of() : List.of(List.copyOf(things));
            case ORGANIZATION ->
                List.copyOf(things.stream().collect(Collectors.groupingBy(organization, LinkedHashMap::new, Collectors.toList())).values());
        };
    }
}
