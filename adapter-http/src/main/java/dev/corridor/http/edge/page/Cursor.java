package dev.corridor.http.edge.page;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Function;

/**
 * Where the next page of a list begins, as a text that clients hand back unread: Base64 of the list's name and the last item's key. The
 * name keeps the cursor of one list out of another. It is no secret and needs no signature, because a list shows a caller nothing but
 * their own things wherever it begins.
 *
 * @param list names the list; letters only
 * @param parser reads what the key's {@code toString} wrote, or throws {@link IllegalArgumentException}
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
