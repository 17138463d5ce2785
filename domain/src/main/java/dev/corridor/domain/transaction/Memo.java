package dev.corridor.domain.transaction;

import dev.corridor.domain.reference.Reference;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The organization's own notes on a transaction, stored as they are.
 *
 * @param reference its own name for the transaction; of the notes, the only one with a rule
 * @param description empty if there is none
 */
public record Memo(Optional<Reference> reference, String description, List<String> tags, Map<String, String> metadata) {

    public static final Memo EMPTY = new Memo("", List.of(), Map.of());

    /** Without a reference. */
    public Memo(String description, List<String> tags, Map<String, String> metadata) {
        this(Optional.empty(), description, tags, metadata);
    }

    /** With a description alone, which may be empty. */
    public static Memo saying(String description) {
        return new Memo(description, List.of(), Map.of());
    }

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
