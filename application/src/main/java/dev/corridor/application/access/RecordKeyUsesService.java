package dev.corridor.application.access;

import dev.corridor.application.access.port.KeyUses;

public final class RecordKeyUsesService implements RecordKeyUses {

    private final UsedKeys usedKeys;
    private final KeyUses keyUses;

    public RecordKeyUsesService(UsedKeys usedKeys, KeyUses keyUses) {
        this.usedKeys = usedKeys;
        this.keyUses = keyUses;
    }

    @Override
    public int record(Command command) {
        var uses = usedKeys.collect(command.limit());
        if (!uses.isEmpty()) {
            keyUses.record(uses);
        }
        return uses.size();
    }
}
