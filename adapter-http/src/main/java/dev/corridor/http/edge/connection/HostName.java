package dev.corridor.http.edge.connection;

import java.util.HexFormat;

/**
 * What may stand in the header Host: a name or an address, and perhaps a port. What stands between brackets is not looked at more closely. Source:
 * RFC 3986, sections 3.2.2 and 3.2.3.
 */
final class HostName {

    private static final String SIGNS = "-._~!$&'()*+,;=";
    private static final int MAX_PORT_DIGITS = 5;

    private HostName() {}

    static boolean isOne(String text) {
        int end = text.startsWith("[") ? endOfAddress(text) : endOfName(text);
        return end > 0 && (end == text.length() || text.charAt(end) == ':' && isPort(text, end + 1));
    }

    /** 0 if it is none. */
    private static int endOfAddress(String text) {
        int i = 1;
        while (i < text.length() && (HexFormat.isHexDigit(text.charAt(i)) || text.charAt(i) == ':' || text.charAt(i) == '.')) {
            i++;
        }
        return i > 1 && i < text.length() && text.charAt(i) == ']' ? i + 1 : 0;
    }

    private static int endOfName(String text) {
        int i = 0;
        while (i < text.length() && (isPlain(text.charAt(i)) || isEscape(text, i))) {
            i += text.charAt(i) == '%' ? 3 : 1;
        }
        return i;
    }

    private static boolean isPlain(char character) {
        return character >= 'a' && character <= 'z'
                || character >= 'A' && character <= 'Z'
                || character >= '0' && character <= '9'
                || SIGNS.indexOf(character) >= 0;
    }

    private static boolean isEscape(String text, int i) {
        return text.charAt(i) == '%' && i + 2 < text.length() && HexFormat.isHexDigit(text.charAt(i + 1)) && HexFormat.isHexDigit(text.charAt(i + 2));
    }

    private static boolean isPort(String text, int begin) {
        return text.length() - begin <= MAX_PORT_DIGITS && text.chars().skip(begin).allMatch(c -> c >= '0' && c <= '9');
    }
}
