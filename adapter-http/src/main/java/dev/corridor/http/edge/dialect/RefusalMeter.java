package dev.corridor.http.edge.dialect;

import dev.corridor.http.edge.problem.ErrorCode;

/** Is told of each refusal and failure that is answered. */
@FunctionalInterface
public interface RefusalMeter {

    void answered(ErrorCode code, DialectName dialect);
}
