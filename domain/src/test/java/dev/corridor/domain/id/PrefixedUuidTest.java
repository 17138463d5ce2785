package dev.corridor.domain.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.domain.account.AccountId;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrefixedUuidTest {

    @Property
    void what_is_written_is_read_again(@ForAll long high, @ForAll long low) {
        var id = new AccountId(new UUID(high, low));

        assertThat(AccountId.parse(id.toString())).isEqualTo(id);
        assertThat(id.toString()).matches("acct_[0-9a-f]{32}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "acct_",
                "acct_0190163d8694739b88b16d81f3e3d0a",
                "acct_0190163d8694739b88b16d81f3e3d0a11",
                "acct_0190163D8694739B88B16D81F3E3D0A1",
                "acct_0190163d8694739b88b16d81f3e3d0ag",
                "bene_0190163d8694739b88b16d81f3e3d0a1",
                "0190163d8694739b88b16d81f3e3d0a1acct_",
            })
    void nothing_else_is_an_id(String text) {
        assertThatThrownBy(() -> AccountId.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
