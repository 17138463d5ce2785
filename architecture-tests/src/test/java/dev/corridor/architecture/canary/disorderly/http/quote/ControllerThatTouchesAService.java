package dev.corridor.architecture.canary.disorderly.http.quote;

import dev.corridor.architecture.canary.disorderly.application.quote.ExecuteQuoteService;

final class ControllerThatTouchesAService {

    void execute() {
        new ExecuteQuoteService().execute();
    }
}
