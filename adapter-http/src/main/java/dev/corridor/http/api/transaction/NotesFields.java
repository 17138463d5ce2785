package dev.corridor.http.api.transaction;

import dev.corridor.domain.access.Caller;
import dev.corridor.domain.reference.Reference;
import dev.corridor.domain.reference.Reference.Kind;
import dev.corridor.domain.transaction.Memo;
import dev.corridor.http.edge.validation.Is;
import dev.corridor.http.edge.validation.Metadata;
import dev.corridor.http.edge.validation.Tags;
import dev.corridor.http.edge.validation.Text;
import dev.corridor.http.edge.wire.OptionalCollections;
import dev.corridor.http.edge.wire.OptionalText;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The client's notes on a transaction that it asks for.
 *
 * @param reference its own name for it, unique among the organization's transactions; a declined payout releases its own
 */
@Introspected
public record NotesFields(
        @Nullable @Text(max = Reference.MAX_LENGTH) String reference,
        @Nullable @Text(max = 500) String description,
        @Nullable @Is(Tags.class) List<String> tags,
        @Nullable @Is(Metadata.class) Map<String, String> metadata) {

    public Memo toMemo(Caller caller) {
        return new Memo(
                Optional.ofNullable(reference).map(text -> new Reference(caller.organization(), Kind.TRANSACTION, text)),
                OptionalText.orEmpty(description),
                OptionalCollections.tags(tags),
                OptionalCollections.metadata(metadata));
    }

    /** May contain personal data. */
    @Override
    public String toString() {
        return "NotesFields[…]";
    }
}
