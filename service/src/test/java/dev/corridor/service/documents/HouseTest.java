package dev.corridor.service.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The README's packages and the way of a payment match the code. */
class HouseTest {

    private static final Path ROOT = Path.of("..");

    private static final Pattern MODULE = Pattern.compile("<module>([a-z/-]+)</module>");
    private static final Pattern DRAWN_MODULE = Pattern.compile("^([a-z-]+(?:/[a-z]+)?)/ +(.*)$", Pattern.MULTILINE);
    private static final Pattern DRAWN_PACKAGE = Pattern.compile("\\b([a-z]+)/");
    private static final Pattern WORD = Pattern.compile("`([a-z]+)`");

    /** A class, optionally with a method, such as {@code domain.quote.Quote.execute}. */
    private static final Pattern STEP = Pattern.compile("\\b([a-z]+(?:\\.[a-z]+)*\\.[A-Z]\\w*)(?:\\.([a-z]\\w*))?");

    private final Document readme = Document.named("README.md");
    private final Map<String, String> drawing = DRAWN_MODULE.matcher(readme.between("house: begin", "house: end"))
            .results()
            .collect(Collectors.toMap(module -> module.group(1), module -> module.group(2)));

    @Test
    void every_module_is_drawn_and_no_other() {
        var modules = MODULE.matcher(Document.named("pom.xml").text()).results().map(module -> module.group(1)).toList();

        assertThat(drawing.keySet()).containsExactlyInAnyOrderElementsOf(modules);
    }

    @TestFactory
    Stream<DynamicTest> every_package_of_a_module_is_drawn_or_a_feature() {
        return drawing.keySet().stream().map(module -> DynamicTest.dynamicTest(module, () -> {
            var drawn = DRAWN_PACKAGE.matcher(drawing.get(module)).results().map(name -> name.group(1)).toList();
            var packages = packagesOf(module);

            assertThat(drawn).isSubsetOf(packages);
            packages.removeAll(features());
            assertThat(drawn).containsAll(packages);
        }));
    }

    @Test
    void the_features_are_the_packages_of_the_domain_that_are_in_the_application_too() throws IOException {
        var features = packagesOf("domain");
        features.retainAll(packagesOf("application"));

        assertThat(features()).containsExactlyInAnyOrderElementsOf(features);
    }

    @Test
    void every_step_of_a_payment_is_in_the_code() {
        var steps = STEP.matcher(readme.between("way: begin", "way: end")).results().toList();

        assertThat(steps).isNotEmpty().allSatisfy(HouseTest::isInTheCode);
    }

    private static void isInTheCode(MatchResult step) throws ClassNotFoundException {
        var type = Class.forName("dev.corridor." + step.group(1));
        if (step.group(2) != null) {
            assertThat(Arrays.stream(type.getDeclaredMethods())).extracting("name").contains(step.group(2));
        }
    }

    private Set<String> features() {
        return WORD.matcher(readme.between("features: begin", "features: end"))
                .results()
                .map(feature -> feature.group(1))
                .collect(Collectors.toSet());
    }

    /** The subpackages of a module's base package. */
    private static Set<String> packagesOf(String module) throws IOException {
        var sources = ROOT.resolve(module).resolve("src/main/java/dev/corridor");
        try (var roots = Files.newDirectoryStream(sources)) {
            try (var packages = Files.list(roots.iterator().next())) {
                return packages.filter(Files::isDirectory)
                        .map(directory -> directory.getFileName().toString())
                        .collect(Collectors.toCollection(TreeSet::new));
            }
        }
    }
}
