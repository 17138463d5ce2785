package dev.corridor.domain.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.domain.organization.Environment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointUrlTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "https://example.com",
        "https://example.com/hooks?token=1",
        "HTTPS://Hooks.Example.COM:443/",
        "https://example.com:8443/hooks",
        "https://xn--bcher-kva.example/",
        "https://8.8.8.8/",
        "https://[2606:4700::1111]/",
        "https://10.example.com/"
    })
    void a_secure_url_on_the_internet_is_taken(String text) {
        for (var environment : Environment.values()) {
            assertThat(EndpointUrl.parse(text, environment).value()).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost", "http://localhost:3000/hooks", "http://127.0.0.1:8080/", "http://127.0.0.1:80"})
    void a_developers_own_machine_is_taken_in_the_sandbox_alone(String text) {
        assertThat(EndpointUrl.parse(text, Environment.SANDBOX).isLocal()).isTrue();
        assertThat(EndpointUrl.fault(text, Environment.LIVE)).isPresent();
    }

    /** In either environment: other schemes, credentials, ports of other services, and every spelling of an address that is not public. */
    @ParameterizedTest
    @ValueSource(strings = {
        "",
        "example.com",
        "/hooks",
        "https:///hooks",
        "https:example.com",
        "http://example.com",
        "ftp://example.com",
        "file:///etc/passwd",
        "gopher://example.com",
        "jar:https://example.com!/",
        "https://user@example.com",
        "https://user:password@example.com",
        "https://example.com#fragment",
        "https://example.com\\@127.0.0.1/",
        "https://example.com:22",
        "https://example.com:25/",
        "https://example.com:80/",
        "https://example.com:0",
        "https://example.com:65536",
        "https://exa mple.com",
        "https://exämple.com",
        "https://example.com/\r\nHost: inside",
        "https://example_com/",
        "https://localhost",
        "https://localhost.",
        "https://a.localhost",
        "https://intranet",
        "https://printer.local",
        "https://metadata.google.internal",
        "https://router.home.arpa",
        "https://example.com.",
        "http://localhost:22",
        "http://LOCALHOST.",
        "http://user@localhost",
        "http://127.0.0.2",
        "http://127.1",
        "http://[::1]",
        "http://0.0.0.0",
        "https://127.0.0.1",
        "https://127.0.0.1.",
        "https://127.1",
        "https://0",
        "https://0.0.0.0",
        "https://2130706433",
        "https://0x7f000001",
        "https://0x7f.0.0.1",
        "https://0177.0.0.1",
        "https://017700000001",
        "https://127.0.0.0x1",
        "https://10.0.0.1",
        "https://010.0.0.1",
        "https://100.64.0.1",
        "https://169.254.169.254/latest/meta-data/",
        "https://172.16.0.1",
        "https://172.31.255.255",
        "https://192.0.0.192",
        "https://192.168.1.1",
        "https://198.18.0.1",
        "https://224.0.0.1",
        "https://255.255.255.255",
        "https://[::]",
        "https://[::1]",
        "https://[::ffff:127.0.0.1]",
        "https://[::ffff:7f00:1]",
        "https://[::127.0.0.1]",
        "https://[64:ff9b::7f00:1]",
        "https://[2002:7f00:1::]",
        "https://[2001:0:7f00:1::]",
        "https://[2001:db8::1]",
        "https://[fc00::1]",
        "https://[fd00:ec2::254]",
        "https://[fe80::1]",
        "https://[fe80::1%25eth0]",
        "https://[ff02::1]"
    })
    void what_could_lead_inwards_is_refused(String text) {
        for (var environment : Environment.values()) {
            assertThat(EndpointUrl.fault(text, environment)).as(text).isPresent();
            assertThatThrownBy(() -> EndpointUrl.parse(text, environment)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Environment.class)
    void a_url_has_a_limited_length(Environment environment) {
        var start = "https://example.com/";
        var longest = start + "a".repeat(EndpointUrl.MAX_LENGTH - start.length());

        assertThat(EndpointUrl.fault(longest, environment)).isEmpty();
        assertThat(EndpointUrl.fault(longest + "a", environment)).isPresent();
    }

    @Test
    void its_text_in_a_log_shows_no_token() {
        assertThat(new EndpointUrl("https://example.com/hooks?token=secret")).hasToString("EndpointUrl[example.com]");
    }
}
