package dev.corridor.bank;

import dev.corridor.application.transaction.port.Bank;
import dev.corridor.application.transaction.port.BankNotice;
import dev.corridor.application.transaction.port.BankNotice.Credit;
import dev.corridor.application.transaction.port.BankNotice.OrderStatus;
import dev.corridor.application.transaction.port.BankNotice.Standing;
import dev.corridor.domain.beneficiary.BankMethod;
import dev.corridor.domain.beneficiary.Destination.BankAccount;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.transaction.BankFile;
import dev.corridor.domain.transaction.BankOrder;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The sandbox's bank. It pays by every method, and what it says depends on the account: one that ends in 0000000001 is paid, one in 0000000002 refused, and
 * one in 0000000003 paid and given back a few seconds later. Of all others it says nothing: the client settles or declines the payout.
 *
 * <p>What it has not said is lost with the process; such a payout stays LOCKED, or COMPLETED.
 */
public final class SimulatedBank implements Bank {

    private static final String NAME = "simulated";
    private static final String PAID = "0000000001";
    private static final String REFUSED = "0000000002";
    private static final String GIVEN_BACK = "0000000003";
    private static final Duration UNTIL_GIVEN_BACK = Duration.ofSeconds(5);

    private final Map<String, Mail> mail = new ConcurrentHashMap<>();
    private final InstantSource clock;

    public SimulatedBank(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean pays(BankMethod method, Asset asset) {
        return asset.kind() == Asset.Kind.FIAT;
    }

    @Override
    public BankFile draw(long number, List<BankOrder> orders, Instant now) {
        return new BankFile(NAME, number, orders.stream().map(SimulatedBank::line).collect(Collectors.joining("\n")));
    }

    private static String line(BankOrder order) {
        return String.join(" ", order.endToEndId(), order.amount().asset().code(), order.amount().decimal(), number(order.account()));
    }

    private static String number(BankAccount account) {
        return account.iban().isEmpty() ? account.accountNumber() : account.iban();
    }

    @Override
    public void handOver(BankFile file) {
        file.content().lines().map(line -> line.split(" ", 4)).forEach(order -> answer(order[0], order[1], order[2], order[3]));
    }

    private void answer(String endToEndId, String currency, String amount, String account) {
        var now = clock.instant();
        if (account.endsWith(REFUSED)) {
            say(new OrderStatus(endToEndId, Standing.REFUSED, "AC04 closed account"), "status of " + endToEndId, now);
        } else if (account.endsWith(PAID) || account.endsWith(GIVEN_BACK)) {
            say(new OrderStatus(endToEndId, Standing.SETTLED, ""), "status of " + endToEndId, now);
        }
        if (account.endsWith(GIVEN_BACK)) {
            var reference = "return of " + endToEndId;
            var at = now.plus(UNTIL_GIVEN_BACK);
            say(new Credit(reference, endToEndId, currency, new BigDecimal(amount), "", "", "", at, "MD07"), reference, at);
        }
    }

    private void say(BankNotice notice, String name, Instant at) {
        mail.put(name, new Mail(name, name, at, new Content.Report(List.of(notice))));
    }

    @Override
    public List<Mail> mail(Instant now, int limit) {
        return mail.values().stream()
                .filter(letter -> !letter.writtenAt().isAfter(now))
                .sorted(Comparator.comparing(Mail::writtenAt))
                .limit(limit)
                .toList();
    }

    @Override
    public void archive(Mail done) {
        mail.remove(done.name());
    }

    @Override
    public void putAside(Mail done, String reason) {
        mail.remove(done.name());
    }
}
