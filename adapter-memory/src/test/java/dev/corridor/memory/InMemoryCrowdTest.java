package dev.corridor.memory;

import dev.corridor.testing.Store;
import dev.corridor.testing.model.CrowdContract;
import java.util.List;
import net.jqwik.api.PropertyDefaults;

@PropertyDefaults(tries = 10)
class InMemoryCrowdTest extends CrowdContract {

    @Override
    protected List<? extends Store> nodes() {
        return List.of(MemoryUnderTest.empty());
    }
}
