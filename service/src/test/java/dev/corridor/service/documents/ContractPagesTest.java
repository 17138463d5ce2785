package dev.corridor.service.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.http.edge.dialect.DialectName;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The pages of the error contracts. {@code -Dcorridor.rewrite=true} rewrites their answers. */
class ContractPagesTest {

    private static final Pattern GOLDEN = Pattern.compile("<!-- (golden: (\\w+)) -->");

    @ParameterizedTest
    @EnumSource(names = "PROBLEM_JSON", mode = Mode.EXCLUDE)
    void each_says_first_what_a_client_must_change_with_an_answer_of_the_service(DialectName dialect) {
        var page = Document.named("docs/contracts/" + dialect + ".md");
        var marker = GOLDEN.matcher(page.text()).results().findFirst().orElseThrow();
        var answer = answer(marker.group(2), dialect);
        page.rewrite(marker.group(1), "golden: end", answer);

        assertThat(page.text()).containsPattern("\\A# .*\n\n(?:.+\n)+\n## What a client must change\n");
        assertThat(page.between(marker.group(1), "golden: end")).isEqualTo(answer);
    }

    @Test
    void each_is_of_a_dialect() {
        var pages = Document.allBelow("docs/contracts", ".md").stream().map(page -> page.name().replace(".md", ""));

        assertThat(pages).isNotEmpty().allSatisfy(name -> assertThat(DialectName.values()).extracting(DialectName::toString).contains(name));
    }

    /** A section of a golden file has the name of its dialect above it. */
    private static String answer(String code, DialectName dialect) {
        var golden = Document.named("service/src/test/resources/golden/" + code + ".txt").text();
        return golden.substring(golden.indexOf("# " + dialect + "\n")).lines().skip(1).takeWhile(line -> !line.startsWith("# "))
                .reduce("", (all, line) -> all + line + "\n")
                .strip() + "\n";
    }
}
