package dev.corridor.memory;

import dev.corridor.application.funding.port.DepositCursors;
import dev.corridor.domain.beneficiary.ChainName;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;

final class InMemoryDepositCursors implements DepositCursors {

    private final Memory memory;

    InMemoryDepositCursors(Memory memory) {
        this.memory = memory;
    }

    @Override
    public void begin(ChainName chain, long block) {
        synchronized (memory) {
            memory.depositCursors.putIfAbsent(chain, block);
        }
    }

    @Override
    public OptionalLong claim(ChainName chain, Instant now, Duration lease) {
        synchronized (memory) {
            if (!memory.depositCursors.containsKey(chain) || memory.depositLeases.getOrDefault(chain, Instant.EPOCH).isAfter(now)) {
                return OptionalLong.empty();
            }
            memory.depositLeases.put(chain, now.plus(lease));
            return OptionalLong.of(memory.depositCursors.get(chain));
        }
    }

    @Override
    public OptionalLong next(ChainName chain) {
        synchronized (memory) {
            var next = memory.depositCursors.get(chain);
            return next == null ? OptionalLong.empty() : OptionalLong.of(next);
        }
    }

    @Override
    public void advance(ChainName chain, long next) {
        synchronized (memory) {
            memory.depositCursors.merge(chain, next, Math::max);
            memory.depositLeases.remove(chain);
        }
    }
}
