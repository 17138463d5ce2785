package dev.corridor.application.operator;

import dev.corridor.application.access.ChangeApiKey;
import dev.corridor.application.access.ChangeApiKeyStatus;
import dev.corridor.application.access.ChangeApiKeyStatus.Move;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.KeyTerms;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.audit.Origin;
import java.util.function.UnaryOperator;

/** What is done to a key: it moves between in use and out of use, or gets a permission that operators alone grant. */
public enum KeyAct implements Act {
    LOCK(new Step.To(Move.LOCK)),
    UNLOCK(new Step.To(Move.UNLOCK)),
    REVOKE(new Step.To(Move.DELETE)),
    ALLOW_REVERSALS(new Step.Terms(terms -> terms.allowing(Permission.TRANSACTIONS_REVERSE))),
    FORBID_REVERSALS(new Step.Terms(terms -> terms.forbidding(Permission.TRANSACTIONS_REVERSE)));

    private sealed interface Step {

        record To(Move move) implements Step {}

        record Terms(UnaryOperator<KeyTerms> change) implements Step {}
    }

    private final Step step;

    KeyAct(Step step) {
        this.step = step;
    }

    /** @param caller an operator who acts for the key's organization */
    public ApiKey perform(Caller caller, ApiKeyId key, Origin origin, ChangeApiKeyStatus changeStatus, ChangeApiKey changeTerms) {
        return switch (step) {
            case Step.To to -> changeStatus.move(new ChangeApiKeyStatus.Command(caller, key, to.move, origin, Once.eachTime()));
            case Step.Terms terms -> changeTerms.change(new ChangeApiKey.Command(caller, key, terms.change, origin, Once.eachTime()));
        };
    }
}
