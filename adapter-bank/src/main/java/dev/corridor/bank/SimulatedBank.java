package dev.corridor.bank;

import dev.corridor.application.transaction.port.Bank;
import dev.corridor.domain.beneficiary.BankMethod;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.transaction.BankFile;
import dev.corridor.domain.transaction.BankOrder;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** The sandbox's bank. It pays by every method, and answers nothing: the client settles or declines the payout. */
public final class SimulatedBank implements Bank {

    @Override
    public String name() {
        return "simulated";
    }

    @Override
    public boolean pays(BankMethod method, Asset asset) {
        return asset.kind() == Asset.Kind.FIAT;
    }

    @Override
    public BankFile draw(long number, List<BankOrder> orders, Instant now) {
        return new BankFile(name(), number, orders.stream().map(BankOrder::endToEndId).collect(Collectors.joining("\n")));
    }

    @Override
    public void handOver(BankFile file) {
        // Nothing more becomes of it.
    }
}
