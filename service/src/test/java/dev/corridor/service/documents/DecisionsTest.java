package dev.corridor.service.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Decisions are numbered without gaps, and all references to them exist. */
class DecisionsTest {

    private static final Pattern TITLE = Pattern.compile("\\A# (\\d+)\\. .+");

    /** "ADR 8", "ADRs 17 and 24". */
    private static final Pattern REFERENCE = Pattern.compile("\\bADRs? (\\d+)(?: and (\\d+))?");

    private final SortedMap<Integer, Document> decisions = Document.allBelow("docs/adr", ".md").stream()
            .collect(Collectors.toMap(
                    decision -> Integer.valueOf(decision.name().substring(0, 4)), decision -> decision, (one, other) -> one, TreeMap::new));

    @Test
    void they_are_numbered_without_gaps() {
        assertThat(decisions.keySet()).containsExactlyElementsOf(IntStream.rangeClosed(1, decisions.size()).boxed().toList());
    }

    @Test
    void the_title_of_each_has_its_number() {
        assertThat(decisions).allSatisfy((number, decision) -> {
            var title = TITLE.matcher(decision.text());

            assertThat(title.find()).isTrue();
            assertThat(title.group(1)).isEqualTo(number.toString());
        });
    }

    @Test
    void each_that_is_referred_to_is_there() {
        var texts = Stream.concat(Document.allBelow("", ".md").stream(), Document.allBelow("", ".java").stream());

        assertThat(texts).allSatisfy(text -> assertThat(REFERENCE.matcher(text.text())
                .results()
                .flatMap(reference -> Stream.of(reference.group(1), reference.group(2)))
                .filter(Objects::nonNull)
                .map(Integer::valueOf))
                .isSubsetOf(decisions.keySet()));
    }
}
