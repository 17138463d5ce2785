package dev.corridor.service.documents;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.persistence.distribution.Place;
import dev.corridor.persistence.distribution.Table;
import dev.corridor.persistence.distribution.Tables;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The document says where each table is. */
class DistributionTest {

    private static final Document DOCUMENT = Document.named("docs/operate/distribution.md");

    @Test
    void the_tenant_tables_are_in_the_order_in_which_they_are_distributed() {
        assertThatPartIs("tenant tables", Tables.in(Place.TENANT).map(table -> "`" + table.name() + "`").collect(joining(", ", "", ".\n")));
    }

    @Test
    void every_other_table_has_a_reason() {
        var rows = Tables.ALL.stream().filter(table -> table.place() != Place.TENANT).map(DistributionTest::row).collect(joining());

        assertThatPartIs("other tables", "| table | place | why |\n|---|---|---|\n" + rows);
    }

    private static String row(Table table) {
        return "| `%s` | %s | %s |\n".formatted(table.name(), table.place().name().toLowerCase(Locale.ROOT), table.why());
    }

    private static void assertThatPartIs(String part, String expected) {
        DOCUMENT.rewrite(part + ": begin", part + ": end", expected);

        assertThat(DOCUMENT.between(part + ": begin", part + ": end")).isEqualTo(expected);
    }
}
