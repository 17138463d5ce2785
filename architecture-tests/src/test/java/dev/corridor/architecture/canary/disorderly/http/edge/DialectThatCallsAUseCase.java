package dev.corridor.architecture.canary.disorderly.http.edge;

import dev.corridor.architecture.canary.disorderly.application.quote.ExecuteQuote;

final class DialectThatCallsAUseCase {

    void write(ExecuteQuote executeQuote) {
        executeQuote.execute();
    }
}
