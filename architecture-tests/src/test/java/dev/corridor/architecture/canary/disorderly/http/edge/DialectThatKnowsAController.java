package dev.corridor.architecture.canary.disorderly.http.edge;

import dev.corridor.architecture.canary.disorderly.http.quote.Injected;

final class DialectThatKnowsAController {

    Injected write(Injected controller) {
        return controller;
    }
}
