package dev.corridor.http.edge.catalogue;

import dev.corridor.domain.error.ErrorKind;
import dev.corridor.domain.error.Outcome;
import dev.corridor.domain.error.Retry;
import dev.corridor.http.edge.dialect.DialectName;
import dev.corridor.http.edge.dialect.Place;
import dev.corridor.http.edge.problem.Detail;
import dev.corridor.http.edge.problem.DetailType;
import dev.corridor.http.edge.problem.ErrorCode;
import dev.corridor.http.edge.wire.Literal;
import dev.corridor.http.edge.wire.Spells;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An error code of the catalogue. */
@Serdeable
@Schema(name = "ErrorDescription")
record ErrorResponse(
        @Literal("error") String object,
        @Spells(ErrorCode.class) String code,
        @Spells(ErrorKind.class) String category,
        int status,
        String title,
        String meaning,
        String advice,
        @Spells(Outcome.class) String outcome,
        @Spells(Retry.class) String retry,
        List<DetailResponse> details,
        Map<String, PlaceResponse> dialects,
        SandboxResponse sandbox,
        String since,
        String doc) {

    /** No version has been released yet, so all codes are of the first. */
    static final String FIRST_VERSION = "0.1";

    /** A detail of the error, a member of {@code details} in problem+json; fields are in {@code errors}. */
    @Serdeable
    @Schema(name = "ErrorDetail")
    record DetailResponse(String name, @Spells(DetailType.class) String type) {

        private static DetailResponse of(Detail detail) {
            return new DetailResponse(detail.name(), detail.type().toString());
        }
    }

    /** The error in one error contract; the code is null where that contract has none. */
    @Serdeable
    @Schema(name = "ErrorInDialect")
    record PlaceResponse(int status, @Nullable String code) {

        private static PlaceResponse of(Place place) {
            return new PlaceResponse(place.status(), place.code().isEmpty() ? null : place.code());
        }
    }

    /** How to provoke the error in the sandbox; the trigger is null where the request alone suffices. */
    @Serdeable
    @Schema(name = "ErrorInSandbox")
    record SandboxResponse(String way, @Nullable @Spells(ErrorCode.class) String trigger) {

        private static SandboxResponse of(ErrorCode code) {
            return new SandboxResponse(code.sandboxWay().text(), code.sandboxWay().onDemand() ? code.toString() : null);
        }
    }

    static ErrorResponse of(ErrorCode code, Map<DialectName, Place> places) {
        var dialects = new LinkedHashMap<String, PlaceResponse>();
        places.forEach((name, place) -> dialects.put(name.toString(), PlaceResponse.of(place)));
        var declared = code.declaration();
        return new ErrorResponse(
                "error",
                code.toString(),
                declared.kind().toString(),
                code.status(),
                declared.title(),
                declared.meaning(),
                declared.advice(),
                declared.consequence().outcome().toString(),
                declared.consequence().retry().toString(),
                code.details().stream().map(DetailResponse::of).toList(),
                dialects,
                SandboxResponse.of(code),
                FIRST_VERSION,
                code.page());
    }
}
