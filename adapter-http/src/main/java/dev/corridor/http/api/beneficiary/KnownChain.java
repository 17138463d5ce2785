package dev.corridor.http.api.beneficiary;

import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.http.edge.validation.Relations;
import dev.corridor.http.edge.wire.Described;
import io.micronaut.core.annotation.Nullable;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The name of a blockchain: in full ({@code ETHEREUM_SEPOLIA}), or its family ({@code ethereum}), which means the network of this
 * environment. The domain checks that the chain belongs to the environment. Source: the NXOS contract, section 2, rule 10.
 */
public final class KnownChain implements Described {

    public static void require(String field, @Nullable String name, Relations fields) {
        fields.require(field, !fields.isSound(field, name) || ChainName.find(name, fields.environment()).isPresent(), reason(fields));
    }

    @Override
    public Map<String, Object> keywords() {
        var names = Stream.of(ChainName.values()).map(ChainName::name);
        var families = Stream.of(ChainName.values()).map(ChainName::family);
        return Map.of("enum", Stream.concat(names, families).distinct().toList());
    }

    private static String reason(Relations fields) {
        return ChainName.in(fields.environment()).stream().map(ChainName::name).collect(Collectors.joining(", ", "must be one of ", ""));
    }
}
