package dev.corridor.bank;

import dev.corridor.application.transaction.port.Bank;
import dev.corridor.bank.folder.Folders;
import dev.corridor.bank.iso.CreditTransferInitiation;
import dev.corridor.bank.iso.PayingAccount;
import dev.corridor.domain.beneficiary.BankMethod;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.transaction.BankFile;
import dev.corridor.domain.transaction.BankOrder;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A bank that takes ISO 20022 files: euros by SEPA, and every currency of its account by wire. */
public final class IsoBank implements Bank {

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
                    case SEPA, WIRE -> true;
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
}
