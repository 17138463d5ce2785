package dev.corridor.http.api.beneficiary;

import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.http.edge.validation.Relations;
import io.micronaut.core.annotation.Nullable;
import java.util.stream.Collectors;

/**
 * The name of a blockchain: in full ({@code ETHEREUM_SEPOLIA}), or its family ({@code ethereum}), which means the network of this
 * environment. The domain checks that the chain belongs to the environment. Source: the NXOS contract, section 2, rule 10.
 */
public final class KnownChain {

    private KnownChain() {}

    public static void require(String field, @Nullable String name, Relations fields) {
        fields.require(field, !fields.isSound(field, name) || ChainName.find(name, fields.environment()).isPresent(), reason(fields));
    }

    private static String reason(Relations fields) {
        return ChainName.in(fields.environment()).stream().map(ChainName::name).collect(Collectors.joining(", ", "must be one of ", ""));
    }
}
