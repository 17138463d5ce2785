package dev.corridor.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.Location;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HandWrittenClassesTest {

    @ParameterizedTest
    @CsvSource({
        "file:///app/target/classes/com/example/http/QuoteController.class, true",
        "file:///app/target/classes/com/example/http/QuoteController$Request.class, true",
        "file:///app/target/classes/com/example/http/$QuoteController$Definition.class, false",
        "jar:file:///app/http.jar!/com/example/http/$QuoteController$Definition$Exec.class, false",
        "file:///app/target/classes/com/example/http/package-info.class, false",
    })
    void what_no_hand_wrote_and_what_is_no_class_are_left_out(URI location, boolean handWritten) {
        assertThat(new HandWrittenClasses().includes(Location.of(location))).isEqualTo(handWritten);
    }
}
