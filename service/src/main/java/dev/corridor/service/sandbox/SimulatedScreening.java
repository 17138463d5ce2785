package dev.corridor.service.sandbox;

import dev.corridor.application.transaction.port.Screening;
import java.util.Locale;
import java.util.Optional;

/**
 * The screening of the sandbox finds what the holder's name of the beneficiary says: one that ends in "Sanctioned" is refused, one that ends in "To Review"
 * waits for the operator, and one that ends in "Screening Down" finds the screening without an answer. Any other is allowed.
 */
public final class SimulatedScreening implements Screening {

    @Override
    public Optional<Verdict> known(Payment payment) {
        var name = payment.beneficiary().holder().strip().toLowerCase(Locale.ROOT);
        if (name.endsWith("screening down")) {
            return Optional.empty();
        }
        return Optional.of(name.endsWith("sanctioned") ? Verdict.REFUSE : name.endsWith("to review") ? Verdict.REVIEW : Verdict.ALLOW);
    }

    @Override
    public Verdict screen(Payment payment) {
        return known(payment).orElseThrow(() -> new Unavailable("it is simulated to be down"));
    }
}
