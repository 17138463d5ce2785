package dev.corridor.service.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.domain.beneficiary.BankMethod;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.beneficiary.IssuedAsset;
import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.transaction.DispatchReason;
import dev.corridor.domain.transaction.DispatchState;
import dev.corridor.http.edge.problem.ErrorCode;
import dev.corridor.service.rails.RailKey;
import dev.corridor.service.settings.Setting;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code -Dcorridor.rewrite=true} rewrites the table of settings and the programs. */
class DocumentsTest {

    /** A workload, clients, and three figures. */
    private static final Pattern FIGURES = Pattern.compile("^\\| [^|]+ \\| \\d+ (\\|[^|]+){3}\\|", Pattern.MULTILINE);

    private static final Pattern FIRST_COLUMN = Pattern.compile("^\\| `(\\w+)` \\|", Pattern.MULTILINE);

    /** A comment right before the type, with optional annotations between. */
    private static final Pattern DESCRIBED = Pattern.compile("\\*/\n(?:@.*\n)*public ");

    private static final Pattern RULE = Pattern.compile("^    public ArchRule (\\w+)", Pattern.MULTILINE);
    private static final Pattern RULE_ROW = Pattern.compile("^\\| `(\\w+)` \\|", Pattern.MULTILINE);

    private static final Pattern CODE_ROW = Pattern.compile("^\\| `.*?` \\| \\d+ \\|", Pattern.MULTILINE);

    @Test
    void the_configuration_page_has_every_setting_as_it_is() {
        var page = Document.named("docs/configuration.md");
        var rows = Stream.of(Setting.values()).map(DocumentsTest::row).collect(Collectors.joining());
        var table = "| variable | default | meaning |\n|---|---|---|\n" + rows;
        page.rewrite("settings: begin", "settings: end", table);

        assertThat(page.between("settings: begin", "settings: end")).isEqualTo(table);
    }

    @Test
    void the_page_of_rails_has_every_key_as_it_is() {
        var page = Document.named("docs/rails.md");
        var rows = Stream.of(RailKey.values()).map(DocumentsTest::row).collect(Collectors.joining());
        var table = "| key | default | meaning |\n|---|---|---|\n" + rows;
        page.rewrite("rails: begin", "rails: end", table);

        assertThat(page.between("rails: begin", "rails: end")).isEqualTo(table);
    }

    @Test
    void the_guide_has_every_chain_that_is_paid_over_and_what_is_issued_there() {
        var guide = Document.named("docs/integrate.md");
        var rows = ChainName.in(Environment.LIVE).stream().map(DocumentsTest::row).collect(Collectors.joining());
        var table = "| chain | in the sandbox | short name | assets | smallest payout |\n|---|---|---|---|---|\n" + rows;
        guide.rewrite("rails: begin", "rails: end", table);

        assertThat(guide.between("rails: begin", "rails: end")).isEqualTo(table);
    }

    @Test
    void the_guide_has_every_method_of_a_bank_and_the_largest_payout() {
        var guide = Document.named("docs/integrate.md");
        var rows = Stream.of(BankMethod.values())
                .map(method -> "| `%s` | %,.2f |\n".formatted(method, method.maxAmount()))
                .collect(Collectors.joining());
        var table = "| method | largest payout |\n|---|---|\n" + rows;
        guide.rewrite("methods: begin", "methods: end", table);

        assertThat(guide.between("methods: begin", "methods: end")).isEqualTo(table);
    }

    @Test
    void the_page_of_rails_has_every_state_and_reason_of_a_dispatch() {
        var page = Document.named("docs/rails.md");

        assertThat(firstColumn(page.between("dispatch states: begin", "dispatch states: end")))
                .containsExactlyElementsOf(Stream.of(DispatchState.values()).map(DispatchState::name).toList());
        assertThat(firstColumn(page.between("dispatch reasons: begin", "dispatch reasons: end")))
                .containsExactlyElementsOf(Stream.of(DispatchReason.values()).map(DispatchReason::name).toList());
    }

    private static List<String> firstColumn(String table) {
        return FIRST_COLUMN.matcher(table).results().map(row -> row.group(1)).toList();
    }

    @Test
    void the_readmes_table_of_codes_is_part_of_the_catalogue_in_the_same_order() {
        var readme = Document.named("README.md");
        var rows = CODE_ROW.matcher(readme.between("codes: begin", "codes: end")).results().map(MatchResult::group).toList();
        var catalogue = Stream.of(ErrorCode.values()).map(code -> "| `%s` | %d |".formatted(code, code.status())).toList();

        assertThat(rows).isNotEmpty().isSubsetOf(catalogue).isSortedAccordingTo(Comparator.comparingInt(catalogue::indexOf));
    }

    @Test
    void the_readme_is_read_in_minutes() {
        assertThat(Document.named("README.md").text().lines()).hasSizeLessThanOrEqualTo(150);
    }

    @Test
    void the_page_of_benchmarks_has_figures_of_the_report_that_it_links() {
        var figures = FIGURES.matcher(Document.named("docs/benchmarks.md").between("figures: begin", "figures: end")).results().toList();
        var report = Document.named("benchmarks/results/2-cores-xeon/load.md").text().replaceAll(" +|\\*\\*", "");

        assertThat(figures).isNotEmpty().allSatisfy(row -> assertThat(report).contains("\n" + row.group().replaceAll(" +", "")));
    }

    @Test
    void every_port_has_a_sentence() {
        var ports = Document.allBelow("application/src/main/java", ".java").stream()
                .filter(source -> source.file().getParent().endsWith("port") && !source.name().equals("package-info.java"));

        assertThat(ports).isNotEmpty().allSatisfy(port -> assertThat(port.text()).containsPattern(DESCRIBED));
    }

    @Test
    void the_page_of_rules_has_every_rule() {
        var rules = Document.named("architecture-tests/src/main/java/dev/corridor/architecture/ArchitectureRules.java").text();
        var page = Document.named("docs/rules.md").text();

        assertThat(namesIn(RULE_ROW, page)).isNotEmpty().containsExactlyInAnyOrderElementsOf(namesIn(RULE, rules));
    }

    @ParameterizedTest
    @CsvSource({
        "docs/embed.md, adapter-memory/src/test/java/com/example/EmbeddingTheUseCases.java",
        "docs/embed.md, domain/src/test/java/com/example/EmbeddingTheDomain.java",
        "docs/rules.md, architecture-tests/src/test/java/com/example/YourArchitectureTest.java",
        "docs/integrate.md, clients/typescript/test/first-payment.ts",
        "docs/integrate.md, service/src/test/java/com/example/FirstPayment.java",
        "docs/integrate.md, clients/python/examples/first_payment.py",
        "clients/java/README.md, service/src/test/java/com/example/ClientTour.java",
        "clients/python/README.md, clients/python/examples/tour.py"
    })
    void the_examples_are_programs_that_are_compiled_and_run(String document, String source) {
        var page = Document.named(document);
        var name = Document.named(source).name().replaceFirst("\\..*", "");
        // Outside of its package, the client is imported by its name.
        var program = Document.named(source).text().replace("'../src/index.js'", "'@corridor/client'");
        page.rewrite("snippet: " + name, "snippet: end", program);

        assertThat(page.between("snippet: " + name, "snippet: end")).isEqualTo(program);
    }

    private static List<String> namesIn(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private static String row(ChainName chain) {
        var issued = IssuedAsset.on(chain);
        return "| `%s` | `%s` | `%s` | %s | %s |\n".formatted(
                chain,
                ChainName.find(chain.family(), Environment.SANDBOX).orElseThrow(),
                chain.family(),
                issued.stream().map(token -> token.asset().code()).collect(Collectors.joining(", ")),
                issued.stream().map(token -> token.minimum().decimal()).distinct().collect(Collectors.joining(", ")));
    }

    private static String row(Setting setting) {
        return row(setting.name(), setting.defaultValue(), setting.meaning());
    }

    private static String row(RailKey key) {
        return row(key.path(), key.defaultValue(), key.meaning());
    }

    private static String row(String name, String defaultValue, String meaning) {
        return "| `%s` | %s | %s |\n".formatted(name, defaultValue.isEmpty() ? "" : "`" + defaultValue + "`", meaning);
    }
}
