package dev.corridor.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.webhook.port.Courier.Answer;
import dev.corridor.application.webhook.port.Courier.Parcel;
import dev.corridor.domain.access.IpAddress;
import dev.corridor.domain.webhook.Attempt;
import dev.corridor.domain.webhook.AttemptOutcome;
import dev.corridor.domain.webhook.EndpointUrl;
import dev.corridor.domain.webhook.PublicAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire, and what does not go anywhere. */
class HttpCourierTest {

    private static final String BODY = "{\"type\":\"quote.created\",\"data\":{\"nickname\":\"汉\"}}";
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (var each : open) {
            each.close();
        }
    }

    @Test
    void a_message_is_posted_as_it_is_and_any_2xx_acknowledges_it() throws Exception {
        try (var receiver = Receiver.answering("HTTP/1.1 204 No Content\r\n\r\n")) {
            var answer = sandbox().send(parcel("http://127.0.0.1:" + receiver.port() + "/hooks?token=1"));

            assertThat(answer).isEqualTo(new Answer(AttemptOutcome.DELIVERED, OptionalInt.of(204), ""));
            assertThat(receiver.request())
                    .startsWith("POST /hooks?token=1 HTTP/1.1\r\nHost: 127.0.0.1:" + receiver.port() + "\r\n")
                    .contains("Content-Type: application/json\r\n", "svix-id: msg_1\r\n")
                    .endsWith("\r\n\r\n" + BODY);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"301 Moved\r\nLocation: http://169.254.169.254/", "302 Found\r\nLocation: http://127.0.0.1/",
        "307 Temporary\r\nLocation: /", "400 Bad",
        "500 Oops"})
    void other_statuses_refuse_it_and_nothing_is_followed(String status) throws Exception {
        try (var receiver = Receiver.answering("HTTP/1.1 " + status + "\r\nContent-Length: 2\r\n\r\nno")) {
            var answer = sandbox().send(parcel("http://localhost:" + receiver.port()));

            assertThat(answer.outcome()).isEqualTo(AttemptOutcome.REFUSED);
            assertThat(answer.status()).hasValue(Integer.parseInt(status.substring(0, 3)));
            assertThat(answer.text()).isEqualTo("no");
            assertThat(receiver.connections()).isEqualTo(1);
        }
    }

    @Test
    void an_interim_answer_is_not_the_answer_and_chunks_are_put_together() throws Exception {
        var text = "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=1\r\nde\r\n0\r\n\r\n";
        try (var receiver = Receiver.answering(text)) {
            assertThat(sandbox().send(parcel("http://127.0.0.1:" + receiver.port())).text()).isEqualTo("abcde");
        }
    }

    @Test
    void an_answer_is_read_up_to_a_kibibyte_and_without_control_characters() throws Exception {
        try (var receiver = Receiver.answering("HTTP/1.1 200 OK\r\n\r\n\u0000\u001b[31m" + "a".repeat(1_000_000))) {
            var answer = sandbox().send(parcel("http://127.0.0.1:" + receiver.port()));

            assertThat(answer.outcome()).isEqualTo(AttemptOutcome.DELIVERED);
            assertThat(answer.text()).startsWith("  [31maaa").hasSize(Attempt.MAX_ANSWER_BYTES);
        }
    }

    @Test
    void headers_without_end_and_other_protocols_are_no_answer() throws Exception {
        for (var text : List.of("SSH-2.0-OpenSSH_9.9\r\n", "HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(100_000), "HTTP/1.1 999 What\r\n\r\n")) {
            try (var receiver = Receiver.answering(text)) {
                assertThat(sandbox().send(parcel("http://127.0.0.1:" + receiver.port())).outcome()).isEqualTo(AttemptOutcome.UNREACHABLE);
            }
        }
    }

    @Test
    void who_does_not_answer_or_answers_byte_by_byte_is_left_in_time() throws Exception {
        for (var receiver : List.of(Receiver.silent(), Receiver.trickling())) {
            try (receiver) {
                var parcel = new Parcel(
                        new EndpointUrl("http://127.0.0.1:" + receiver.port()), Map.of(), BODY, Duration.ofMillis(300));

                assertThat(sandbox().send(parcel).outcome()).isEqualTo(AttemptOutcome.TIMED_OUT);
            }
        }
    }

    @Test
    void a_name_without_an_answer_in_time_and_an_unknown_one_are_told_apart() {
        var slow = courier((host, atMost) -> {
            throw new TimeoutException();
        });
        var unknown = courier((host, atMost) -> {
            throw new UnknownHostException(host);
        });

        assertThat(slow.send(parcel("https://example.com")).outcome()).isEqualTo(AttemptOutcome.TIMED_OUT);
        assertThat(unknown.send(parcel("https://example.com")).outcome()).isEqualTo(AttemptOutcome.UNREACHABLE);
    }

    /** Whatever the text of the URL has passed: the table of addresses that no request may go to. */
    @ParameterizedTest
    @ValueSource(strings = {
        "127.0.0.1",
        "127.8.8.8",
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "10.255.255.255",
        "100.64.0.1",
        "100.127.255.255",
        "169.254.169.254",
        "169.254.170.2",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.192",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.0.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.250",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::127.0.0.1",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "::ffff:0:127.0.0.1",
        "64:ff9b::127.0.0.1",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:0:7f00:1::",
        "2001:db8::1",
        "2002:7f00:1::1",
        "3fff::1",
        "5f00::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "ff0e::1"
    })
    void no_request_goes_to_an_address_that_is_not_public(String address) {
        var courier = courier((host, atMost) -> List.of(address(address)));

        var answer = courier.send(parcel("https://rebound.example.com"));

        assertThat(answer.outcome()).isEqualTo(AttemptOutcome.FORBIDDEN_ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.15.255.255", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450::1"})
    void addresses_on_the_internet_are_public(String address) {
        assertThat(PublicAddress.is(IpAddress.parse(address))).isTrue();
    }

    @Test
    void a_name_with_one_address_that_is_not_public_is_not_used_at_all() {
        var courier = courier((host, atMost) -> List.of(address("8.8.8.8"), address("10.0.0.1")));

        assertThat(courier.send(parcel("https://example.com")).outcome()).isEqualTo(AttemptOutcome.FORBIDDEN_ADDRESS);
    }

    /** A name that leads elsewhere at the second look-up is looked up once. */
    @Test
    void a_name_is_resolved_once_and_the_connection_goes_to_the_address_that_was_checked() throws Exception {
        var identity = TestIdentity.of("hooks.example.com");
        var tls = identity.trusting();
        try (var receiver = Receiver.secure(identity, "HTTP/1.1 200 OK\r\n\r\n")) {
            var lookUps = new AtomicInteger();
            var checked = new ArrayList<InetAddress>();
            var courier = kept(new HttpCourier(
                    (host, atMost) -> List.of(address(lookUps.incrementAndGet() == 1 ? "127.0.0.1" : "10.0.0.1")),
                    checked::add,
                    () -> tls));

            var answer = courier.send(parcel("https://hooks.example.com:" + receiver.port()));

            assertThat(answer.outcome()).as(answer.text()).isEqualTo(AttemptOutcome.DELIVERED);
            assertThat(lookUps).hasValue(1);
            assertThat(checked).containsExactly(address("127.0.0.1"));
        }
    }

    @Test
    void the_certificate_must_be_of_the_name_and_of_a_trusted_authority() throws Exception {
        var identity = TestIdentity.of("hooks.example.com");
        for (var attempt : List.of(
                new TrustedName("other.example.com", identity.trusting()),
                new TrustedName("hooks.example.com", (SSLSocketFactory) SSLSocketFactory.getDefault()))) {
            try (var receiver = Receiver.secure(identity, "HTTP/1.1 200 OK\r\n\r\n")) {
                var courier = kept(new HttpCourier((host, atMost) -> List.of(address("127.0.0.1")), any -> true, () -> attempt.tls));

                var answer = courier.send(parcel("https://" + attempt.name + ":" + receiver.port()));

                assertThat(answer.outcome()).isEqualTo(AttemptOutcome.UNREACHABLE);
                assertThat(receiver.request()).isEmpty();
            }
        }
    }

    private record TrustedName(String name, SSLSocketFactory tls) {}

    @Test
    void a_second_address_is_tried_if_the_first_does_not_answer() throws Exception {
        var identity = TestIdentity.of("hooks.example.com");
        var tls = identity.trusting();
        try (var receiver = Receiver.secure(identity, "HTTP/1.1 200 OK\r\n\r\n")) {
            var courier = kept(new HttpCourier(
                    (host, atMost) -> Stream.of("127.9.9.9", "127.0.0.1").map(HttpCourierTest::address).toList(),
                    any -> true,
                    () -> tls));

            assertThat(courier.send(parcel("https://hooks.example.com:" + receiver.port())).outcome()).isEqualTo(AttemptOutcome.DELIVERED);
        }
    }

    private HttpCourier sandbox() {
        return kept(new HttpCourier());
    }

    private HttpCourier courier(Names names) {
        return kept(new HttpCourier(
                names, address -> PublicAddress.is(IpAddress.of(address)), () -> (SSLSocketFactory) SSLSocketFactory.getDefault()));
    }

    private HttpCourier kept(HttpCourier courier) {
        open.add(courier);
        return courier;
    }

    private static Parcel parcel(String url) {
        return new Parcel(new EndpointUrl(url), Map.of("svix-id", "msg_1"), BODY, TIMEOUT);
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
