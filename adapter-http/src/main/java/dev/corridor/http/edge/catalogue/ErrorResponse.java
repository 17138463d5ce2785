package dev.corridor.http.edge.catalogue;

import dev.corridor.http.edge.dialect.DialectName;
import dev.corridor.http.edge.dialect.Place;
import dev.corridor.http.edge.problem.Detail;
import dev.corridor.http.edge.problem.ErrorCode;
import dev.corridor.http.edge.trigger.SandboxWay;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One code of the catalogue. */
@Serdeable
@Schema(name = "ErrorDescription")
record ErrorResponse(
        String object,
        String code,
        String category,
        int status,
        String title,
        String meaning,
        String advice,
        String outcome,
        String retry,
        List<DetailResponse> details,
        Map<String, PlaceResponse> dialects,
        SandboxResponse sandbox,
        String since,
        String doc) {

    /** A fact beside the message, as problem+json has it under details; fields are its errors. */
    @Serdeable
    @Schema(name = "ErrorDetail")
    record DetailResponse(String name, String type) {

        private static DetailResponse of(Detail<?> detail) {
            return new DetailResponse(detail.name(), detail.type().toString());
        }
    }

    /** How one error contract tells it; the code is null where that contract has none. */
    @Serdeable
    @Schema(name = "ErrorInDialect")
    record PlaceResponse(int status, @Nullable String code) {

        private static PlaceResponse of(Place place) {
            return new PlaceResponse(place.status(), place.code().isEmpty() ? null : place.code());
        }
    }

    /** How to meet it in the sandbox; the trigger is null where the request alone brings it about. */
    @Serdeable
    @Schema(name = "ErrorInSandbox")
    record SandboxResponse(String way, @Nullable String trigger) {

        private static SandboxResponse of(SandboxWay drill) {
            return new SandboxResponse(drill.way(), drill.trigger().map(Object::toString).orElse(null));
        }
    }

    static ErrorResponse of(ErrorCode code, Map<DialectName, Place> places) {
        var dialects = new LinkedHashMap<String, PlaceResponse>();
        places.forEach((name, place) -> dialects.put(name.toString(), PlaceResponse.of(place)));
        return new ErrorResponse(
                "error",
                code.toString(),
                code.category().toString(),
                code.category().status(),
                code.title(),
                code.meaning(),
                code.advice(),
                code.consequence().outcome().toString(),
                code.consequence().retry().toString(),
                code.details().stream().map(DetailResponse::of).toList(),
                dialects,
                SandboxResponse.of(SandboxWay.of(code)),
                code.since(),
                code.page());
    }
}
