package dev.corridor.service.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Links lead to existing pages and headings; web addresses are not checked. */
class LinksTest {

    private static final Pattern LINK = Pattern.compile("]\\((?!\\w+:)([^)#]*)(?:#([^)]+))?\\)");
    private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);

    private record Link(Document from, String page, Optional<String> heading) {

        boolean leadsSomewhere() {
            var target = page.isEmpty() ? from : new Document(from.file().resolveSibling(page));
            return Files.exists(target.file()) && heading.stream().allMatch(anchor -> anchorsOf(target).anyMatch(anchor::equals));
        }
    }

    @Test
    void every_link_leads_somewhere() {
        var links = Document.allBelow("", ".md").stream().flatMap(LinksTest::linksOf).toList();

        assertThat(links).hasSizeGreaterThan(50).filteredOn(link -> !link.leadsSomewhere()).isEmpty();
    }

    private static Stream<Link> linksOf(Document document) {
        return LINK.matcher(document.text())
                .results()
                .map(link -> new Link(document, link.group(1), Optional.ofNullable(link.group(2))));
    }

    /** In GitHub's format. */
    private static Stream<String> anchorsOf(Document page) {
        return HEADING.matcher(page.text())
                .results()
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-'));
    }
}
