package dev.corridor.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.domain.error.BusinessError;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Checks the built module descriptors. */
final class CorridorModulesTest {

    @Test
    void the_domain_needs_java_base_alone() throws URISyntaxException {
        var domain = descriptorBeside(BusinessError.class);

        assertThat(domain.requires()).extracting(Requires::name).containsExactly("java.base");
    }

    private static ModuleDescriptor descriptorBeside(Class<?> type) throws URISyntaxException {
        var location = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        return ModuleFinder.of(location).findAll().iterator().next().descriptor();
    }
}
