package dev.corridor.testing;

import dev.corridor.application.transaction.port.Bank;
import dev.corridor.domain.beneficiary.BankMethod;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.transaction.BankFile;
import dev.corridor.domain.transaction.BankOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A bank that pays by every method but ACH, and keeps what it is handed. Its files list the ids of their orders. */
public final class WillingBank implements Bank {

    public final List<BankFile> files = new ArrayList<>();
    public final List<Mail> mail = new ArrayList<>();
    public final List<String> archived = new ArrayList<>();
    public final Map<String, String> aside = new LinkedHashMap<>();
    public boolean isDown;
    public Predicate<BankOrder> canWrite = order -> true;

    @Override
    public String name() {
        return "main";
    }

    @Override
    public boolean pays(BankMethod method, Asset asset) {
        return method != BankMethod.ACH;
    }

    @Override
    public BankFile draw(long number, List<BankOrder> orders, Instant now) {
        if (!orders.stream().allMatch(canWrite)) {
            throw new IllegalStateException("an order cannot be written");
        }
        return new BankFile(name(), number, orders.stream().map(BankOrder::endToEndId).collect(Collectors.joining("\n")));
    }

    @Override
    public List<Mail> mail(Instant now, int limit) {
        return mail.stream().limit(limit).toList();
    }

    @Override
    public void archive(Mail done) {
        mail.remove(done);
        archived.add(done.name());
    }

    @Override
    public void putAside(Mail bad, String reason) {
        mail.remove(bad);
        aside.put(bad.name(), reason);
    }

    @Override
    public void handOver(BankFile file) {
        if (isDown) {
            throw new Unavailable("the disk is full", new IllegalStateException());
        }
        files.add(file);
    }
}
