package dev.corridor.http.edge.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.ValidationError.FieldFault;
import dev.corridor.domain.feed.Channel;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.money.Rate;
import dev.corridor.domain.transaction.TransactionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DetailTest {

    public record OfEveryType(
            String text,
            AccountId id,
            TransactionStatus word,
            Channel lowerCaseWord,
            Money amount,
            Rate rate,
            int count,
            long units,
            Duration time,
            Instant moment,
            List<String> words,
            List<FieldFault> faults)
            implements BusinessError {}

    public record OfAnotherType(Object something) implements BusinessError {}

    record NotPublic(String text) implements BusinessError {}

    @Test
    void the_form_of_a_detail_follows_from_the_type_of_its_component() {
        var account = new AccountId(new UUID(0x0192_0000_0000_7000L, 0x8000_0000_0000_0000L));
        var faults = List.of(new FieldFault("toAsset", "is required"));
        var error = new OfEveryType(
                "as it is",
                account,
                TransactionStatus.LOCKED,
                Channel.DEPTH,
                Money.of("1.50", Asset.USD),
                Rate.of("1.0825", Asset.EUR, Asset.USD),
                7,
                8,
                Duration.ofMillis(1001),
                Instant.parse("2025-03-15T14:35:00Z"),
                List.of("USD", "EUR"),
                faults);

        assertThat(Detail.of(OfEveryType.class).stream().map(detail -> detail.in(error)))
                .extracting(Detail.Fact::name, Detail.Fact::type, fact -> fact.value().toString())
                .containsExactly(
                        tuple("text", DetailType.TEXT, "as it is"),
                        tuple("id", DetailType.ID, account.toString()),
                        tuple("word", DetailType.WORD, "LOCKED"),
                        tuple("lowerCaseWord", DetailType.TEXT, "depth"),
                        tuple("amount", DetailType.AMOUNT, "1.50"),
                        tuple("rate", DetailType.RATE, "1.0825"),
                        tuple("count", DetailType.NUMBER, "7"),
                        tuple("units", DetailType.NUMBER, "8"),
                        tuple("time", DetailType.NUMBER, "2"),
                        tuple("moment", DetailType.TIMESTAMP, "2025-03-15T14:35:00.000Z"),
                        tuple("words", DetailType.WORDS, "[USD, EUR]"),
                        tuple("faults", DetailType.FIELDS, faults.toString()),
                        tuple("asset", DetailType.WORD, "USD"));
    }

    @Test
    void a_component_without_a_form_is_refused_before_any_error_is_told() {
        assertThatIllegalArgumentException().isThrownBy(() -> Detail.of(OfAnotherType.class)).withMessageContaining("no form on the wire");
        assertThatIllegalArgumentException().isThrownBy(() -> Detail.of(NotPublic.class)).withMessageContaining("not public");
    }
}
