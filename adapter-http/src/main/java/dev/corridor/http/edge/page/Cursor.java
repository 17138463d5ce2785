package dev.corridor.http.edge.page;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Function;

/**
 * The start of a list's next page, opaque to clients: Base64 of the list's name and the last item's key. The name rejects cursors of other
 * lists. Cursors need no signature, because a list contains only the caller's own items.
 *
 * @param list names the list; letters only
 * @param parser parses the key's {@code toString}, or throws {@link IllegalArgumentException}
 */
public record Cursor<K>(String list, Function<String, K> parser) {

    private static final char SEPARATOR = ':';
    private static final int MAX_LENGTH = 512;

    String write(K key) {
        var text = list + SEPARATOR + key;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    K read(String cursor) {
        try {
            return parser.apply(keyIn(cursor));
        } catch (IllegalArgumentException e) {
            throw new BusinessException(new InvalidRequest("The parameter 'cursor' must be the nextCursor of a page of the same list."));
        }
    }

    private String keyIn(String cursor) {
        if (cursor.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("too long");
        }
        var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        var prefix = list + SEPARATOR;
        if (!text.startsWith(prefix)) {
            throw new IllegalArgumentException("of another list");
        }
        return text.substring(prefix.length());
    }
}
