package dev.corridor.http.api.operator;

import dev.corridor.application.operator.ListSuspended;
import dev.corridor.http.edge.wire.Literal;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** What is out of use, of all organizations, up to a hundred of each. */
@Serdeable
record SuspendedResponse(
        @Literal("suspended") String object, List<Thing> apiKeys, List<OperatedUserResponse> users, List<Thing> accounts) {

    @Serdeable
    record Thing(String id, String organizationId, String status) {}

    static SuspendedResponse of(ListSuspended.Result found) {
        return new SuspendedResponse(
                "suspended",
                found.keys().stream()
                        .map(key -> new Thing(key.id().toString(), key.organization().toString(), key.status().name()))
                        .toList(),
                found.users().stream().map(OperatedUserResponse::of).toList(),
                found.accounts().stream()
                        .map(account -> new Thing(account.id().toString(), account.organization().toString(), account.status().name()))
                        .toList());
    }
}
