package dev.corridor.domain.quote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.domain.account.AccountId;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class QuoteIdTest {

    @Property
    void a_quote_goes_the_way_of_its_account(@ForAll long high, @ForAll long low, @ForAll long account) {
        var accountId = new AccountId(new UUID(0, account));

        var id = QuoteId.of(new UUID(high, low), accountId);

        assertThat(id.route()).isEqualTo(accountId.route()).isBetween(0, 8_191);
        assertThat(QuoteId.parse(id.toString()).route()).isEqualTo(id.route());
    }

    @Property
    void an_identifier_keeps_its_age_its_version_and_what_a_generator_counts(@ForAll long high, @ForAll long low, @ForAll long account) {
        var id = QuoteId.of(new UUID(high, low), new AccountId(new UUID(0, account))).uuid();

        assertThat(id.getMostSignificantBits()).isEqualTo(high);
        assertThat(id.variant()).isEqualTo(new UUID(high, low).variant());
        assertThat(id.getLeastSignificantBits() << 16).isEqualTo(low << 16);
    }
}
