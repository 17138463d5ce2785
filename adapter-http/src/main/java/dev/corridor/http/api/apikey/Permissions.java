package dev.corridor.http.api.apikey;

import dev.corridor.domain.access.Permission;
import dev.corridor.domain.text.Check;
import dev.corridor.http.edge.wire.Described;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** At least one permission, by name. */
final class Permissions implements Check<List<String>>, Described {

    private static final Set<String> NAMES = Permission.ALL.stream().map(Permission::toString).collect(Collectors.toUnmodifiableSet());

    @Override
    public boolean accepts(List<String> names) {
        return !names.isEmpty() && NAMES.containsAll(names);
    }

    @Override
    public String reason() {
        return "must be a list of permissions, such as \"accounts:read\"";
    }

    @Override
    public Map<String, Object> keywords() {
        return Map.of("minItems", 1, "items", Map.of("enum", Permission.ALL.stream().map(Permission::toString).toList()));
    }
}
