package dev.corridor.architecture.canary.disorderly.persistence;

import dev.corridor.architecture.canary.disorderly.application.quote.ExecuteQuote;

record AdapterThatCallsAUseCase(ExecuteQuote executeQuote) {}
