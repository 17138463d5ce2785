package dev.corridor.domain.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.corridor.domain.error.IdempotencyError.IdempotencyKeyInUse;
import dev.corridor.domain.error.IdempotencyError.IdempotencyRequestInFlight;
import dev.corridor.domain.transaction.TransactionError.ChainSendFailed;
import dev.corridor.domain.transaction.TransactionError.ChainSendFailed.PayoutOutcome;
import dev.corridor.domain.transaction.TransactionId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeclarationTest {

    private static final UUID ANY = new UUID(0x0192_0000_0000_7000L, 0x8000_0000_0000_0000L);

    record Undeclared() implements BusinessError {}

    @Failure(kind = ErrorKind.LIMITED, retry = Retry.AFTER, title = "Later", meaning = "Later.", advice = "Wait.", message = "Later.")
    record LaterWithoutATime() implements BusinessError {}

    @Test
    void an_error_has_the_code_of_its_name_and_the_kind_that_it_declares() {
        var error = new IdempotencyKeyInUse("amount");

        assertThat(error.code()).isEqualTo("idempotency_key_in_use");
        assertThat(error.kind()).isEqualTo(ErrorKind.CONFLICT);
        assertThat(error.consequence()).isEqualTo(new Consequence(Outcome.NOT_APPLIED, Retry.NEW_REQUEST));
    }

    @Test
    void a_message_is_the_declared_one_or_written_from_the_facts() {
        assertThat(new IdempotencyRequestInFlight().message()).isEqualTo(Declaration.of(IdempotencyRequestInFlight.class).message()).isNotEmpty();
        assertThat(new IdempotencyKeyInUse("amount").message()).contains("another amount");
    }

    @Test
    void the_facts_may_change_the_consequence() {
        var declined = new ChainSendFailed(new TransactionId(ANY), PayoutOutcome.DECLINED);
        var unknown = new ChainSendFailed(new TransactionId(ANY), PayoutOutcome.UNKNOWN);

        assertThat(declined.consequence()).isEqualTo(Declaration.of(ChainSendFailed.class).consequence());
        assertThat(unknown.consequence()).isEqualTo(new Consequence(Outcome.UNKNOWN, Retry.NEVER));
    }

    @Test
    void an_error_without_a_declaration_is_none() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Undeclared().code()).withMessageContaining("lacks @Failure");
    }

    @Test
    void what_may_be_sent_again_after_a_time_names_the_time() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LaterWithoutATime().code()).withMessageContaining("Temporary");
    }

    @Test
    void an_exception_says_what_its_error_says() {
        assertThat(new BusinessException(new IdempotencyKeyInUse("amount"))).hasMessage(
                "idempotency_key_in_use: This Idempotency-Key was used for a request with another amount.").hasNoCause();
    }
}
