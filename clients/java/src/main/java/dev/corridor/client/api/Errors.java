package dev.corridor.client.api;

import dev.corridor.client.Listing;
import dev.corridor.client.model.ErrorDescription;
import dev.corridor.client.model.ListErrorsQuery;
import java.util.List;

public final class Errors {

    private Errors() {}

    /** List all error codes: their meaning, their effect on the request, and their form in each error contract. */
    public static Listing<ErrorDescription> listErrors() {
        return Listing.of("/v1/errors", ErrorDescription.class);
    }

    /** List all error codes: their meaning, their effect on the request, and their form in each error contract. */
    public static Listing<ErrorDescription> listErrors(ListErrorsQuery query) {
        return Listing.of("/v1/errors", ErrorDescription.class).query(query);
    }
}
