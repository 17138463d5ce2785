package dev.corridor.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpRangeTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.0/24,    192.0.2.1,            true",
        "192.0.2.0/24,    192.0.3.1,            false",
        "192.0.2.7,       192.0.2.7,            true",
        "192.0.2.7,       192.0.2.8,            false",
        "0.0.0.0/0,       255.255.255.255,      true",
        "0.0.0.0/0,       2001:db8::1,          false",
        "::/0,            192.0.2.1,            true",
        "2001:db8::/32,   2001:db8:1::1,        true",
        "2001:db8::/32,   2001:db9::1,          false",
        "2001:db8::1:0/113, 2001:db8::1:7fff,   true",
        "2001:db8::1:0/113, 2001:db8::1:8000,   false",
        "10.0.0.0/8,      ::ffff:10.1.2.3,      true",
        "::ffff:10.0.0.0/104, 10.1.2.3,         true",
        "::1,             ::1,                  true",
        "10.0.0.0/31,     10.0.0.1,             true",
        "10.0.0.0/31,     10.0.0.2,             false"
    })
    void a_range_contains_what_begins_like_it(String range, String address, boolean contained) {
        assertThat(IpRange.parse(range).contains(IpAddress.parse(address))).isEqualTo(contained);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.0.0.0/8", "10.1.2.3, 10.1.2.3/32", "::ffff:10.0.0.0/104, 10.0.0.0/8", "2001:DB8::/32, 2001:db8:0:0:0:0:0:0/32",
        "::1, 0:0:0:0:0:0:0:1/128", "::/0, 0:0:0:0:0:0:0:0/0"
    })
    void its_text_is_read_back_as_the_same_range(String text, String canonical) {
        var range = IpRange.parse(text);

        assertThat(range).hasToString(canonical);
        assertThat(IpRange.parse(canonical)).isEqualTo(range);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "localhost", "example.com", "10.0.0", "10.0.0.0.0", "10.0.0.256", "10.0.0.01", "0x0a.0.0.0", "10.0.0.1/8", "10.0.0.0/33", "10.0.0.0/",
        "10.0.0.0/-1", "10.0.0.0/+8", ":::", "2001:db8::/129", "2001:db8::1/32", "fe80::1%eth0", "[::1]", "1:2:3:4:5:6:7:8:9", "١.0.0.0", " 10.0.0.0"
    })
    void what_is_no_range_is_refused_and_never_looked_up(String text) {
        assertThatThrownBy(() -> IpRange.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_address_of_the_platform_is_the_same_address() throws UnknownHostException {
        assertThat(IpAddress.of(InetAddress.getByName("192.0.2.1"))).isEqualTo(IpAddress.parse("192.0.2.1")).hasToString("192.0.2.1");
        assertThat(IpAddress.of(InetAddress.getByName("2001:db8::1"))).isEqualTo(IpAddress.parse("2001:db8::1"));
    }
}
