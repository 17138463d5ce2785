package dev.corridor.http.edge.connection;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * What a request is for, as it stands in its first line: a path and perhaps a query, or the same behind {@code http://} and a host. It is a URI
 * without a fragment, its escapes are UTF-8, and there are no control characters in its query. Source: RFC 9112, section 3.2.
 */
final class RequestTarget {

    private RequestTarget() {}

    static boolean isReadable(String target) {
        return hasForm(target) && (isPlain(target) || isUri(target) && isText(target));
    }

    /** Two slashes would begin an authority to one reader, and an empty segment to another. */
    private static boolean hasForm(String target) {
        boolean isPath = target.startsWith("/") && !target.startsWith("//");
        return isPath || target.startsWith("http://") || target.startsWith("https://");
    }

    private static boolean isUri(String target) {
        try {
            var uri = new URI(target);
            return uri.getRawFragment() == null && (target.startsWith("/") || uri.getHost() != null);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isText(String target) {
        int query = target.indexOf('?');
        try {
            decoded(query < 0 ? target : target.substring(0, query));
            return query < 0 || decoded(target.substring(query)).chars().noneMatch(Character::isISOControl);
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return false;
        }
    }

    private static String decoded(String escaped) throws CharacterCodingException {
        var bytes = ByteBuffer.allocate(escaped.length());
        for (int i = 0; i < escaped.length(); i++) {
            if (escaped.charAt(i) == '%') {
                bytes.put((byte) HexFormat.fromHexDigits(escaped, i + 1, Math.min(i + 3, escaped.length())));
                i += 2;
            } else {
                bytes.put((byte) escaped.charAt(i));
            }
        }
        return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    }

    /** Nearly all targets have none but characters that may stand anywhere in one. */
    private static boolean isPlain(String target) {
        for (int i = 0; i < target.length(); i++) {
            if (!isPlain(target.charAt(i))) {
                return false;
            }
        }
        return target.startsWith("/");
    }

    private static boolean isPlain(char character) {
        return character >= 'a' && character <= 'z'
                || character >= '0' && character <= '9'
                || character >= 'A' && character <= 'Z'
                || "/_-?=&.,".indexOf(character) >= 0;
    }
}
