package dev.corridor.http.edge.dialect;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.corridor.domain.error.ValidationError.FieldFault;
import dev.corridor.http.edge.problem.Detail.Fact;
import dev.corridor.http.edge.problem.DetailType;
import dev.corridor.http.edge.problem.ErrorCode;
import dev.corridor.http.edge.problem.Problem;
import dev.corridor.http.edge.request.RequestId;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * RFC 9457, with all facts as data: {@code details}, and {@code errors} for faulty fields with JSON pointers (RFC 6901, as URI fragments).
 * The title is localized; the code never changes.
 *
 * <p>Source: RFC 9457, sections 3 and 3.1; the example in section 3 has {@code errors}.
 */
final class ProblemJsonDialect implements Dialect {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final Map<ErrorCode, Place> PLACES = Places.of(Places::canonical);

    private static final MediaType TYPE = MediaType.of(MEDIA_TYPE);
    private static final String INSTANCES = "urn:corridor:request:";

    @Override
    public Rendering render(Problem problem, HttpRequest<?> request) {
        var title = Title.of(problem.code(), request);
        int status = placeOf(problem.code()).status();
        var body = JsonText.object(json -> {
            json.writeStringField("type", problem.code().page());
            json.writeStringField("title", title.text());
            json.writeNumberField("status", status);
            json.writeStringField("detail", problem.message());
            json.writeStringField("instance", INSTANCES + RequestId.of(request));
            json.writeStringField("code", problem.code().toString());
            json.writeStringField("outcome", problem.consequence().outcome().toString());
            json.writeStringField("retry", problem.consequence().retry().toString());
            writeDetails(json, problem.facts());
            writeFaults(json, problem.faults());
        });
        return new Rendering(status, TYPE, Map.of(HttpHeaders.CONTENT_LANGUAGE, title.language().toLanguageTag()), body);
    }

    /** Each failure has the status of its kind. */
    @Override
    public Place placeOf(ErrorCode code) {
        return PLACES.get(code);
    }

    private static void writeDetails(JsonGenerator json, List<Fact> facts) throws IOException {
        var details = facts.stream().filter(fact -> fact.type() != DetailType.FIELDS).toList();
        if (details.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("details");
        for (var fact : details) {
            write(json, fact);
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Fact fact) throws IOException {
        json.writeFieldName(fact.name());
        switch (fact.type()) {
            case WORDS -> {
                json.writeStartArray();
                for (var word : (List<?>) fact.value()) {
                    json.writeString(word.toString());
                }
                json.writeEndArray();
            }
            case NUMBER -> json.writeNumber(fact.value().toString());
            case TEXT, ID, WORD, AMOUNT, RATE, TIMESTAMP, FIELDS -> json.writeString(fact.value().toString());
        }
    }

    private static void writeFaults(JsonGenerator json, List<FieldFault> faults) throws IOException {
        if (faults.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("errors");
        for (var fault : faults) {
            json.writeStartObject();
            json.writeStringField("detail", fault.reason());
            json.writeStringField("pointer", "#/" + fault.field().replace("~", "~0").replace("/", "~1").replace('.', '/'));
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
