package dev.corridor.architecture.canary.disorderly.http.quote;

import dev.corridor.architecture.canary.disorderly.application.quote.port.Quotes;

final class ControllerThatTouchesAPort {

    final Quotes quotes;

    ControllerThatTouchesAPort(Quotes quotes) {
        this.quotes = quotes;
    }
}
