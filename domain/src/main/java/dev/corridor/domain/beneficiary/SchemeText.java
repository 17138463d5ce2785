package dev.corridor.domain.beneficiary;

import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A name as bank messages can carry it. SEPA's and SWIFT's common character set is Latin letters without marks, digits, space and
 * {@code / - ? : ( ) . , ' +}; a slash neither begins nor ends the text, nor is there one beside another. Latin letters with marks, ligatures
 * and usual punctuation are transliterated. Any other script is refused, because how a name is written in Latin letters is for its bearer
 * to say.
 *
 * <p>Source: the European Payments Council's EPC217-08 and EPC230-15; SWIFT's character set x is the same.
 */
public final class SchemeText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile("\\p{Zs}+");
    private static final Pattern CHARACTER_SET = Pattern.compile("(?!/)(?!.*//)(?!.*/$)[a-zA-Z0-9/?:().,'+ -]+");

    /** What does not decompose into a letter and its marks. */
    private static final Map<String, String> RELATIVES = Stream.of(
            "Æ>AE", "æ>ae", "Œ>OE", "œ>oe", "ẞ>SS", "ß>ss", "Þ>TH", "þ>th", "Ø>O", "ø>o", "Ł>L", "ł>l", "Ð>D", "ð>d", "Đ>D", "đ>d", "Ħ>H", "ħ>h",
            "ı>i", "Ŋ>N", "ŋ>n", "Ŧ>T", "ŧ>t", "&>+", "‐>-", "‑>-", "–>-", "—>-", "_>-", "‘>'", "’>'", "`>'", "´>'", "\">'", "“>'", "”>'", "„>'",
            "«>'", "»>'", ";>,")
            .map(pair -> pair.split(">"))
            .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));

    private static final Pattern RELATED = Pattern.compile(RELATIVES.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|")));

    private SchemeText() {}

    /** Empty if it has letters or signs that have no place in such a message. */
    public static Optional<String> of(String text) {
        var related = RELATED.matcher(text).replaceAll(SchemeText::relativeOf);
        var bare = MARKS.matcher(Normalizer.normalize(related, Normalizer.Form.NFD)).replaceAll("");
        return Optional.of(BLANKS.matcher(bare).replaceAll(" ").strip()).filter(carried -> CHARACTER_SET.matcher(carried).matches());
    }

    private static String relativeOf(MatchResult found) {
        return RELATIVES.get(found.group());
    }
}
