package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import org.junit.jupiter.api.Test;

@MicronautTest
class FiltersTest {

    private final EmbeddedServer server;

    FiltersTest(EmbeddedServer server) {
        this.server = server;
    }

    /** A pattern would make the framework resolve the filters per request, which costs more than running them. */
    @Test
    void no_filter_has_a_pattern_of_its_own() {
        var filters = server.getApplicationContext().getBeanDefinitions(Qualifiers.byStereotype(ServerFilter.class));

        assertThat(filters).hasSizeGreaterThan(8).allSatisfy(filter -> assertThat(filter.stringValues(ServerFilter.class))
                .as(filter.getName())
                .containsOnly(ServerFilter.MATCH_ALL_PATTERN));
    }
}
