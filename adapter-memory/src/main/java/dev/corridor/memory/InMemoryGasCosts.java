package dev.corridor.memory;

import dev.corridor.application.transaction.port.GasCosts;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.transaction.GasCost;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

final class InMemoryGasCosts implements GasCosts {

    private final Memory memory;

    InMemoryGasCosts(Memory memory) {
        this.memory = memory;
    }

    private record Group(ChainName chain, String wallet, LocalDate day) {

        private static Group of(GasCost cost) {
            return new Group(cost.chain(), cost.wallet(), LocalDate.ofInstant(cost.bookedAt(), ZoneOffset.UTC));
        }
    }

    @Override
    public List<Total> totals() {
        synchronized (memory) {
            return memory.gasCosts.stream().collect(Collectors.groupingBy(Group::of)).entrySet().stream()
                    .map(group -> total(group.getKey(), group.getValue()))
                    .sorted(Comparator.comparing((Total total) -> total.chain().name()).thenComparing(Total::wallet).thenComparing(Total::day))
                    .toList();
        }
    }

    private static Total total(Group group, List<GasCost> costs) {
        int failed = (int) costs.stream().filter(cost -> !cost.hasMoved()).count();
        var units = costs.stream().map(GasCost::units).reduce(BigInteger.ZERO, BigInteger::add);
        return new Total(group.chain(), group.wallet(), group.day(), costs.size(), failed, units);
    }
}
