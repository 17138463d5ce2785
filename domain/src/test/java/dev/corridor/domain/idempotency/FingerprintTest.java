package dev.corridor.domain.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.domain.idempotency.Fingerprint.Literal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    /** Each of them is another request, though many look alike when they are printed. */
    private static final List<Object> VALUES = Arrays.asList(
            "", "10", 10L, -10L, new Literal("10"), new Literal("10.0"), new Literal("1e1"), true, false, "true", "null", " 10", "[10]", List.of(),
            List.of(10L),
            List.of("10"), List.of("1", "0"), List.of("1, 0"), List.of(List.of("1", "0")), List.of("", ""), List.of(""), Arrays.asList((Object) null),
            List.of("null"), Map.of(), Map.of("a", "b"), Map.of("a", List.of("b")), Map.of("a=b", ""), Map.of("a", "b, c=d"),
            Map.of("a", "b", "c", "d"), "{a=b}", "s2:10", "\ud800", "\udc00", "?", "10\n", "l1:s2:10");

    @Test
    void no_value_is_taken_for_another_one() {
        var fingerprints = new ArrayList<Fingerprint>();
        for (var value : VALUES) {
            fingerprints.add(Fingerprint.of(Map.of(), Map.of("field", value)));
        }

        assertThat(fingerprints).doesNotHaveDuplicates();
        for (int i = 0; i < fingerprints.size(); i++) {
            for (int j = 0; j < fingerprints.size(); j++) {
                var difference = fingerprints.get(i).firstDifference(fingerprints.get(j));
                assertThat(difference.isEmpty()).as("%s and %s", VALUES.get(i), VALUES.get(j)).isEqualTo(i == j);
                difference.ifPresent(field -> assertThat(field).isEqualTo("field"));
            }
        }
    }

    @Test
    void a_parameter_is_no_field_even_if_it_is_called_like_one() {
        var plain = Fingerprint.of(Map.of(), Map.of("amount", "1"));
        var both = Fingerprint.of(Map.of("amount", List.of("1")), Map.of("amount", "900"));
        var parameter = Fingerprint.of(Map.of("amount", List.of("1")), Map.of());

        assertThat(plain.firstDifference(both)).contains("amount");
        assertThat(plain.firstDifference(parameter)).contains("amount");
        assertThat(both.firstDifference(parameter)).contains("amount");
    }

    @Test
    void whatever_a_name_holds_it_is_told_and_breaks_nothing() {
        for (var name : List.of("", "a\nb", "a=b", "q1:a", "b24:", ":", "0", "\u0000", "\ud83d\ude00", "a".repeat(10_000))) {
            var with = Fingerprint.of(Map.of(name, List.of("1")), Map.of(name, "2"));
            var without = Fingerprint.of(Map.of(name, List.of("1")), Map.of());

            assertThat(new Fingerprint(with.text()).firstDifference(with)).isEmpty();
            assertThat(with.firstDifference(without)).contains(name);
            assertThat(without.firstDifference(with)).contains(name);
        }
    }

    @Test
    void the_order_of_parameters_and_of_the_members_of_a_map_means_nothing_and_that_of_a_list_does() {
        var one = new LinkedHashMap<String, List<String>>();
        one.put("a", List.of("1"));
        one.put("b", List.of("2"));
        var other = new LinkedHashMap<String, List<String>>();
        other.put("b", List.of("2"));
        other.put("a", List.of("1"));

        assertThat(Fingerprint.of(one, Map.of("m", one))).isEqualTo(Fingerprint.of(other, Map.of("m", other)));
        assertThat(Fingerprint.of(Map.of("a", List.of("1", "2")), Map.of())).isNotEqualTo(Fingerprint.of(Map.of("a", List.of("2", "1")), Map.of()));
    }

    @Test
    void a_value_cannot_be_read_back() {
        assertThat(Fingerprint.of(Map.of("q", List.of("secret")), Map.of("b", "secret")).text()).doesNotContain("secret");
    }
}
