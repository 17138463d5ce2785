package dev.corridor.domain.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * Text that looks like what it is. A name that shows nothing, or shows something else than it holds, deceives the person who approves a payment.
 * Refused by their Unicode general category: control, format (zero-width characters, bidirectional controls), surrogates, private use,
 * unassigned (non-characters too), line and paragraph separators. Something must be left to see: spaces, marks and the fillers that have
 * a letter's category but no ink do not count.
 *
 * <p>U+200C and U+200D are format characters that Persian and Indic names are spelled with. They pass between letters of such a script only.
 *
 * <p>Source: Unicode Standard, section 4.5 (general category); UAX #31, section 2.3 (joiners).
 */
public final class VisibleText {

    public static final String REASON = "must be visible text without zero-width, directional or unassigned characters";

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    /** The Hangul fillers and the empty Braille pattern. */
    private static final Set<Integer> WITHOUT_INK = Set.of(0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0);

    /** Joiners change nothing that is seen in these. */
    private static final Set<UnicodeScript> NEVER_JOINED = EnumSet.of(
            UnicodeScript.COMMON, UnicodeScript.INHERITED, UnicodeScript.LATIN, UnicodeScript.GREEK, UnicodeScript.CYRILLIC, UnicodeScript.HAN);

    private VisibleText() {}

    public static boolean isVisible(String text) {
        var codePoints = text.codePoints().toArray();
        boolean shows = false;
        for (int i = 0; i < codePoints.length; i++) {
            if (!isHarmless(codePoints[i]) && !isJoinerInsideAWord(codePoints, i)) {
                return false;
            }
            shows |= hasInk(codePoints[i]);
        }
        return shows;
    }

    private static boolean isHarmless(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> true;
        };
    }

    private static boolean hasInk(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.SPACE_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.FORMAT ->
                false;
            default -> !WITHOUT_INK.contains(codePoint);
        };
    }

    private static boolean isJoinerInsideAWord(int[] codePoints, int index) {
        return (codePoints[index] == ZERO_WIDTH_NON_JOINER || codePoints[index] == ZERO_WIDTH_JOINER)
                && index > 0
                && index < codePoints.length - 1
                && isJoined(codePoints[index - 1])
                && isJoined(codePoints[index + 1]);
    }

    private static boolean isJoined(int codePoint) {
        return isHarmless(codePoint) && !NEVER_JOINED.contains(UnicodeScript.of(codePoint));
    }
}
