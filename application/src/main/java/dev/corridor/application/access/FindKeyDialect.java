package dev.corridor.application.access;

import dev.corridor.application.Refuses;
import java.util.Optional;

/** The error dialect of a key, used also when the key is refused. Empty if the key sets none, or if it is not in this node's cache. */
public interface FindKeyDialect {

    @Refuses({})
    Optional<String> recall(Command command);

    /** @param presentedKey as sent, unvalidated */
    record Command(String presentedKey) {

        @Override
        public String toString() {
            return "Command[…]";
        }
    }
}
