package dev.corridor.domain.transaction;

import java.util.List;
import java.util.Map;

/**
 * What the organization wrote on a transaction for itself. We keep it and do not read it.
 *
 * @param description empty if there is none
 */
public record Memo(String description, List<String> tags, Map<String, String> metadata) {

    public static final Memo EMPTY = new Memo("", List.of(), Map.of());

    public Memo {
        tags = List.copyOf(tags);
        metadata = Map.copyOf(metadata);
    }

    /** It may hold anything, people's names included. */
    @Override
    public String toString() {
        return "Memo[…]";
    }
}
