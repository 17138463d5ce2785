package dev.corridor.application.access;

import dev.corridor.application.Refuses;
import java.util.Optional;

/**
 * In which error contract the holder of a key wants to be answered, also when the key is refused: a client must be able to read that. Empty if the
 * key has laid none down, or if this node would have to look it up.
 */
public interface FindKeyDialect {

    @Refuses({})
    Optional<String> recall(Command command);

    /** @param presentedKey what the caller sent, unchecked */
    record Command(String presentedKey) {

        @Override
        public String toString() {
            return "Command[…]";
        }
    }
}
