package dev.corridor.domain.transaction;

import java.util.List;
import java.util.Map;

/**
 * The organization's own notes on a transaction. Stored as they are and never interpreted.
 *
 * @param description empty if there is none
 */
public record Memo(String description, List<String> tags, Map<String, String> metadata) {

    public static final Memo EMPTY = new Memo("", List.of(), Map.of());

    public Memo {
        tags = List.copyOf(tags);
        metadata = Map.copyOf(metadata);
    }

    /** Keeps notes out of logs, since they may contain personal data. */
    @Override
    public String toString() {
        return "Memo[…]";
    }
}
