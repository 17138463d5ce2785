package dev.corridor.persistence.access;

import dev.corridor.application.access.port.Allowances;
import dev.corridor.testing.AllowancesContract;
import java.time.InstantSource;

class LocalAllowancesTest extends AllowancesContract {

    @Override
    protected Allowances allowances(InstantSource clock) {
        return new LocalAllowances(clock);
    }
}
