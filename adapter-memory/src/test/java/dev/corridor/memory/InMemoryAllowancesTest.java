package dev.corridor.memory;

import dev.corridor.application.access.port.Allowances;
import dev.corridor.testing.AllowancesContract;
import java.time.InstantSource;

class InMemoryAllowancesTest extends AllowancesContract {

    @Override
    protected Allowances allowances(InstantSource clock) {
        return new InMemoryAllowances(clock);
    }
}
