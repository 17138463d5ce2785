package dev.corridor.architecture.canary.disorderly.domain.quote;

import dev.corridor.architecture.canary.disorderly.domain.error.BusinessError;

public sealed interface QuoteError extends BusinessError {

    record AmbiguousError() implements QuoteError {

        @Override
        public String code() {
            return "ambiguous_error";
        }
    }
}
