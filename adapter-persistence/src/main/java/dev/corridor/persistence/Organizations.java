package dev.corridor.persistence;

import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.persistence.ArrayType.Values;
import java.util.List;
import java.util.function.Function;

/**
 * The organizations that a statement is about. It names them by {@code organization_id = any(?)}, beside the ids of what it is about: an engine that distributes
 * the tables by organization then asks the nodes of these only. From a join alone it could not tell.
 */
public final class Organizations {

    private Organizations() {}

    public static <T> Values of(List<T> things, Function<? super T, OrganizationId> organization) {
        return ArrayType.UUIDS.of(things.stream().map(organization).distinct().toList(), OrganizationId::uuid);
    }
}
