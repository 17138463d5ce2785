package dev.corridor.bank;

import dev.corridor.application.transaction.port.Bank;
import dev.corridor.bank.folder.Folders;
import dev.corridor.bank.folder.Folders.Item;
import dev.corridor.bank.iso.BankMessage;
import dev.corridor.bank.iso.CreditTransferInitiation;
import dev.corridor.bank.iso.PayingAccount;
import dev.corridor.bank.iso.UnreadableMessage;
import dev.corridor.domain.beneficiary.BankMethod;
import dev.corridor.domain.digest.Sha256;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.transaction.BankFile;
import dev.corridor.domain.transaction.BankOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A bank that takes and makes ISO 20022 files: euros by SEPA, and every currency of its account by wire. */
public final class IsoBank implements Bank {

    /** A file that changed a moment ago may be changing still. */
    private static final Duration AT_REST = Duration.ofSeconds(2);

    /** A file that ends too early may be one whose transfer has come to a halt, and goes on. */
    private static final Duration HALTED = Duration.ofMinutes(10);

    /** Names that programs give to files which they are still writing. */
    private static final Pattern UNFINISHED = Pattern.compile("\\..*|.*\\.(tmp|part|partial|filepart|writing)", Pattern.CASE_INSENSITIVE);

    /** A statement of twenty thousand entries has about this size. */
    private static final int MAX_BYTES = 32 << 20;

    private static final String TAKEN = "taken";
    private static final String PUT_ASIDE = "put-aside";

    private final String name;
    private final Set<Asset> currencies;
    private final PayingAccount account;
    private final Folders folders;

    /** @param currencies those of its account */
    public IsoBank(String name, Set<Asset> currencies, PayingAccount account, Folders folders) {
        this.name = name;
        this.currencies = Set.copyOf(currencies);
        this.account = account;
        this.folders = folders;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean pays(BankMethod method, Asset asset) {
        return currencies.contains(asset)
                && switch (method) {
                    case SEPA, WIRE, SWIFT -> true;
                    case ACH -> false;
                };
    }

    @Override
    public BankFile draw(long number, List<BankOrder> orders, Instant now) {
        return CreditTransferInitiation.file(name, number, orders, account, now);
    }

    @Override
    public void handOver(BankFile file) {
        folders.put(file.messageId() + ".xml", file.content());
    }

    @Override
    public List<Mail> mail(Instant now, int limit) {
        return folders.arrived().stream()
                .filter(item -> !UNFINISHED.matcher(item.name()).matches() && isOlder(item, AT_REST, now))
                .sorted(Comparator.comparing(Item::modifiedAt).thenComparing(Item::name))
                .limit(limit)
                .flatMap(item -> mail(item, now).stream())
                .toList();
    }

    private static boolean isOlder(Item item, Duration age, Instant now) {
        return !item.modifiedAt().plus(age).isAfter(now);
    }

    private Optional<Mail> mail(Item item, Instant now) {
        if (item.size() > MAX_BYTES) {
            return Optional.of(mail(item, new byte[0], new Content.Unreadable("has more than " + MAX_BYTES + " bytes")));
        }
        return folders.read(item.name()).flatMap(bytes -> {
            try {
                return Optional.of(mail(item, bytes, new Content.Report(BankMessage.read(bytes, account))));
            } catch (UnreadableMessage e) {
                return e.mayBeUnfinished() && !isOlder(item, HALTED, now)
                        ? Optional.empty()
                        : Optional.of(mail(item, bytes, new Content.Unreadable(e.getMessage())));
            }
        });
    }

    private static Mail mail(Item item, byte[] bytes, Content content) {
        return new Mail(item.name(), HexFormat.of().formatHex(Sha256.of(bytes)), item.modifiedAt(), content);
    }

    @Override
    public void archive(Mail mail) {
        folders.move(mail.name(), TAKEN);
    }

    /** The reason comes first, so that no file is there without one. */
    @Override
    public void putAside(Mail mail, String reason) {
        folders.note(PUT_ASIDE, mail.name() + ".reason.txt", mail.name() + " " + reason + System.lineSeparator());
        folders.move(mail.name(), PUT_ASIDE);
    }
}
