package dev.corridor.client.model;

import java.util.List;
import java.util.Map;

/** An error code of the catalogue. */
public record ErrorDescription(
        ErrorCode code,
        ErrorKind category,
        int status,
        String title,
        String meaning,
        String advice,
        Outcome outcome,
        Retry retry,
        List<ErrorDetail> details,
        Map<String, ErrorInDialect> dialects,
        ErrorInSandbox sandbox,
        String since,
        String doc) {}
