package dev.corridor.http.api.organization;

import dev.corridor.domain.organization.NetworkHandle;
import dev.corridor.domain.text.Check;
import dev.corridor.http.edge.wire.Described;
import java.util.Map;

/** Checks the form only, not whose it is. */
public final class ANetworkHandle implements Check<String>, Described {

    @Override
    public boolean accepts(String text) {
        return NetworkHandle.isHandle(text);
    }

    @Override
    public String reason() {
        return "must have " + NetworkHandle.MIN_LENGTH + " to " + NetworkHandle.MAX_LENGTH
                + " lower-case letters, digits and single hyphens inside";
    }

    @Override
    public Map<String, Object> keywords() {
        return Map.of(
                "pattern", "^" + NetworkHandle.FORM.pattern() + "$",
                "minLength", NetworkHandle.MIN_LENGTH,
                "maxLength", NetworkHandle.MAX_LENGTH);
    }
}
