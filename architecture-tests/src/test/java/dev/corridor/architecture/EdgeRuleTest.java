package dev.corridor.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import org.junit.jupiter.api.Test;

final class EdgeRuleTest {

    private static final String ORDERLY = "dev.corridor.architecture.canary.orderly";
    private static final String DISORDERLY = "dev.corridor.architecture.canary.disorderly";

    @Test
    void an_edge_may_know_errors_and_their_components() {
        assertThat(edgeOf(ORDERLY).hasViolation()).isFalse();
    }

    @Test
    void an_edge_may_know_neither_a_use_case_nor_a_controller() {
        var findings = edgeOf(DISORDERLY).getFailureReport().getDetails();

        assertThat(findings)
                .anyMatch(finding -> finding.contains("DialectThatCallsAUseCase"))
                .anyMatch(finding -> finding.contains("DialectThatKnowsAController"))
                .allMatch(finding -> finding.contains("DialectThat"));
    }

    @Test
    void an_edge_may_know_the_features_of_its_vocabulary() {
        var findings = edgeOf(DISORDERLY, "quote").getFailureReport().getDetails();

        assertThat(findings).isNotEmpty().allMatch(finding -> finding.contains("DialectThatKnowsAController"));
    }

    private static EvaluationResult edgeOf(String house, String... vocabulary) {
        return ArchitectureRules.of(house).edgeKnowsNoFeature("http.edge", vocabulary).evaluate(new ClassFileImporter().importPackages(house));
    }
}
