package dev.corridor.service.doctor;

import dev.corridor.chain.evm.EvmWatch;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.service.rails.Rails;
import dev.corridor.service.rails.Rails.BankConnection;
import dev.corridor.service.rails.Rails.Connection;
import dev.corridor.service.rails.Rails.Exchange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Whether the nodes of chains answer, whether wallets can pay, and whether files can be exchanged with banks. */
public final class RailExamination {

    private final Rails rails;
    private final List<Finding> findings = new ArrayList<>();

    public RailExamination(Rails rails) {
        this.rails = rails;
    }

    public List<Finding> examine() {
        if (rails.chains().isEmpty() && rails.banks().isEmpty()) {
            findings.add(Finding.advice("rails",
                    "none is connected (CORRIDOR_RAILS): the sandbox simulates payouts, and with real money none can be made"));
        }
        rails.chains().forEach(this::examine);
        rails.banks().forEach(this::examine);
        return findings;
    }

    private void examine(ChainName chain, Connection connection) {
        var watch = new EvmWatch(connection.settings(), connection.signer().address());
        int healthy = watch.healthyNodes();
        findings.add(Finding.check(
                healthy == watch.nodes(),
                chain.name(),
                healthy + " of " + watch.nodes() + " nodes answer",
                "only " + healthy + " of " + watch.nodes() + " nodes answer, are of the chain and not behind"));
        watch.holdings().ifPresent(held -> findings.add(Finding.check(
                held.transfers() > 0,
                chain.name(),
                "the wallet " + connection.signer().address() + " has gas for " + held.transfers() + " transfers",
                "the wallet " + connection.signer().address() + " has no gas: nothing can be paid from it")));
    }

    private void examine(BankConnection bank) {
        switch (bank.exchange()) {
            case Exchange.Local(var outbox, var inbox) -> findings.add(Finding.check(
                    Stream.of(outbox, inbox).allMatch(RailExamination::isWritable),
                    bank.name(),
                    "files can be exchanged in " + outbox + " and " + inbox,
                    "files cannot be exchanged: " + outbox + " and " + inbox + " must be directories that the service may write"));
            case Exchange.Sftp sftp ->
                findings.add(Finding.advice(bank.name(), "its server is not asked from here: the log of `serve` says whether it answers"));
        }
    }

    private static boolean isWritable(Path directory) {
        return Files.isDirectory(directory) && Files.isWritable(directory);
    }
}
