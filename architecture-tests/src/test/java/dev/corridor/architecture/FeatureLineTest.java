package dev.corridor.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FeatureLineTest {

    private static final String HOUSE = "dev.corridor.architecture.canary.orderly";
    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages(HOUSE);

    @Test
    void a_feature_may_know_those_it_comes_after_and_the_foundations() {
        var line = FeatureLine.foundedOn("error").feature("account").feature("quote", "account");

        assertThat(findings(line)).isEmpty();
    }

    @Test
    void a_feature_may_know_those_that_its_neighbours_come_after() {
        var line = FeatureLine.foundedOn().feature("error").feature("account", "error").feature("quote", "account");

        assertThat(findings(line)).isEmpty();
    }

    @Test
    void a_feature_may_not_know_one_that_comes_after_it() {
        var line = FeatureLine.foundedOn("error").feature("quote").feature("account", "quote");

        assertThat(findings(line)).isNotEmpty().allMatch(finding -> finding.contains("Quote."));
    }

    @Test
    void a_foundation_knows_nobody() {
        var line = FeatureLine.foundedOn("error", "account").feature("quote", "account");

        assertThat(findings(line)).isNotEmpty().allMatch(finding -> finding.contains("AccountError"));
    }

    @Test
    void a_feature_without_a_place_in_the_line_is_found() {
        var line = FeatureLine.foundedOn("error").feature("account");

        assertThat(findings(line))
                .containsExactly(HOUSE + ".domain.quote.Quote belongs to a feature without a place in the line: quote");
    }

    @Test
    void a_line_that_names_a_feature_which_does_not_exist_is_found() {
        var line = FeatureLine.foundedOn("error").feature("account").feature("quote", "account").feature("market");

        assertThat(findings(line)).containsExactly("The line names a feature that " + HOUSE + ".domain does not have: market");
    }

    @Test
    void what_lies_in_the_layer_itself_is_known_to_every_feature() {
        var findings = findings("application", FeatureLine.foundedOn("books").feature("quote"));

        assertThat(findings).isEmpty();
    }

    @Test
    void a_line_cannot_become_a_ring() {
        var line = FeatureLine.foundedOn("error").feature("account");

        assertThatThrownBy(() -> line.feature("quote", "transaction")).hasMessageContaining("transaction");
        assertThatThrownBy(() -> line.feature("account")).hasMessageContaining("account");
    }

    private static List<String> findings(FeatureLine line) {
        return findings("domain", line);
    }

    private static List<String> findings(String layer, FeatureLine line) {
        var rule = ArchitectureRules.of(HOUSE).featuresKeepToTheirLine(layer, line);
        assertThat(rule.getDescription()).contains(", because ");
        return rule.evaluate(CLASSES).getFailureReport().getDetails();
    }
}
