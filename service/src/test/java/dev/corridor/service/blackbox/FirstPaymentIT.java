package dev.corridor.service.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.FirstPayment;
import dev.corridor.service.documents.Document;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide for developers shows, with the packaged service. {@link TypeScriptClientIT} and {@link PythonClientIT} have its programs in
 * their languages. */
class FirstPaymentIT {

    private static final Pattern SHELL = Pattern.compile("^```sh\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final String BEGIN_OF_GUIDE = "--- guide";

    @TempDir
    private static Path directory;

    private static Serving service;

    @BeforeAll
    static void serve() throws IOException, InterruptedException {
        service = Corridor.in(directory).serve();
    }

    @AfterAll
    static void end() throws InterruptedException {
        service.close();
    }

    @Test
    void in_java() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

        assertThatItGoesAsTold(run(java, "-cp", System.getProperty("java.class.path"), FirstPayment.class.getName()));
    }

    @Test
    void each_command_of_the_guide_is_answered() throws Exception {
        var story = Document.named("README.md").between("story: begin", "story: end")
                .replace("http://localhost:8080", service.url())
                .replace("nxos_sk_test_...", service.printedKey())
                .replace("acct_...", service.printedAccount());
        var guide = SHELL.matcher(Document.named("docs/integrate.md").text()).results().map(block -> block.group(1))
                .collect(Collectors.joining("\n"));

        var told = Shell.paste(story + "\necho '" + BEGIN_OF_GUIDE + "'\n" + guide);

        var answers = told.substring(told.indexOf(BEGIN_OF_GUIDE)).lines().skip(1).toList();
        assertThat(answers).as(told).hasSizeGreaterThan(8).allSatisfy(answer -> assertThat(answer).startsWith("{"));
        assertThat(answers).filteredOn(answer -> answer.contains("\"error\"")).singleElement().asString().contains("quote_expired");
    }

    /** What a program of the guide prints, in each language. */
    static void assertThatItGoesAsTold(String printed) {
        assertThat(printed.lines())
                .as(printed)
                .satisfiesExactly(
                        trade -> assertThat(trade).isEqualTo("9997.000000 USDC"),
                        refusal -> assertThat(refusal).matches("quote_already_used at \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d+(Z|\\+00:00)"),
                        payout -> assertThat(payout).isEqualTo("LOCKED"),
                        settled -> assertThat(settled).isEqualTo("COMPLETED"));
    }

    private static String run(String... command) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(Map.of("CORRIDOR", service.url(), "KEY", service.printedKey(), "ACCOUNT", service.printedAccount()));
        return new String(builder.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
