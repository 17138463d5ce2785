package dev.corridor.service.operation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.OutputStreamAppender;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.event.KeyValuePair;

/** The configuration of the service's log, as CORRIDOR_LOG_FORMAT chooses it. */
class LogFormatTest {

    @Test
    void people_read_words() throws Exception {
        assertThat(written("text")).matches(
                "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}.* INFO  RequestJournal \\[-] answered path=/v1/quotes status=200\\R");
    }

    @Test
    void programs_read_an_object_of_one_line() throws Exception {
        var line = written("json");

        assertThat(line).matches("[^\\n]+\\n");
        var object = new ObjectMapper().readTree(line);
        assertThat(object.path("timestamp").isIntegralNumber()).isTrue();
        assertThat(object.path("level").asText()).isEqualTo("INFO");
        assertThat(object.path("loggerName").asText()).isEqualTo("dev.corridor.RequestJournal");
        assertThat(object.path("formattedMessage").asText()).isEqualTo("answered");
        assertThat(object.path("kvpList").toString()).isEqualTo("[{\"path\":\"/v1/quotes\"},{\"status\":\"200\"}]");
    }

    private static String written(String format) throws Exception {
        var context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.putProperty("CORRIDOR_LOG_FORMAT", format);
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(Path.of("src/main/resources/logback.xml").toFile());
        var appender = (OutputStreamAppender<ILoggingEvent>) context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("STDERR");
        var event = new LoggingEvent("", context.getLogger("dev.corridor.RequestJournal"), Level.INFO, "answered", null, null);
        event.setKeyValuePairs(List.of(new KeyValuePair("path", "/v1/quotes"), new KeyValuePair("status", 200)));
        return new String(appender.getEncoder().encode(event), UTF_8);
    }
}
