package dev.corridor.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Checks that every rule was run, in a later execution that reads the test reports. A test runner that ignores {@code @ArchTest} fields
 * would otherwise leave the build green.
 */
final class RulesWereRunCheck {

    private static final Path REPORT = Path.of("target", "surefire-reports", "TEST-" + CorridorArchitectureTest.class.getName() + ".xml");

    private static final List<Field> RULES = Arrays.stream(CorridorArchitectureTest.class.getDeclaredFields())
            .filter(field -> field.isAnnotationPresent(ArchTest.class))
            .toList();

    @Test
    void every_rule_of_corridor_was_run() throws Exception {
        var report = Files.readString(REPORT);

        var notRun = RULES.stream().map(Field::getName).filter(rule -> !report.contains("testcase name=\"" + rule + "\""));

        assertThat(notRun).isEmpty();
    }

    @Test
    void every_rule_of_the_library_is_among_them() throws Exception {
        var descriptions = new ArrayList<String>();
        for (var rule : RULES) {
            descriptions.add(((ArchRule) rule.get(null)).getDescription());
        }

        assertThat(descriptions)
                .containsAll(CorridorArchitectureTest.RULES.all().stream().map(ArchRule::getDescription).toList());
    }
}
