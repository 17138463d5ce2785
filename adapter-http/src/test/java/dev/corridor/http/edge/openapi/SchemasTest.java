package dev.corridor.http.edge.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.domain.money.AssetCatalogue;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchemasTest {

    private final Schemas schemas = new Schemas(AssetCatalogue.STANDARD, Map.of());

    interface Pay {
        enum RollState {
            DRAWN
        }
    }

    interface PayRoll {
        enum State {
            PAID
        }
    }

    @Test
    void a_type_has_one_schema_however_often_it_is_asked_for() {
        assertThat(schemas.spelled(Pay.RollState.class)).isEqualTo(schemas.spelled(Pay.RollState.class));
    }

    @Test
    void two_types_with_one_name_are_refused() {
        schemas.spelled(Pay.RollState.class);

        assertThatThrownBy(() -> schemas.spelled(PayRoll.State.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("would both be the schema SchemasTestPayRollState");
    }
}
