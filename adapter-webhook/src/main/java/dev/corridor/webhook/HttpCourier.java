package dev.corridor.webhook;

import dev.corridor.application.webhook.port.Courier;
import dev.corridor.domain.access.IpAddress;
import dev.corridor.domain.webhook.AttemptOutcome;
import dev.corridor.domain.webhook.EndpointUrl;
import dev.corridor.domain.webhook.PublicAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One connection per request. Its thread blocks, so run it on a virtual thread; a clock closes the socket when the time is up, whatever the thread
 * waits for. Nothing is followed, and what the endpoint answers is read up to a bound.
 */
public final class HttpCourier implements Courier, AutoCloseable {

    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final int DEFAULT_PORT = -1;

    /** Of several addresses, one that does not answer must leave time for another. */
    private static final int MAX_ADDRESSES = 3;

    private final Names names;
    private final Predicate<InetAddress> isPublic;
    private final Supplier<SSLSocketFactory> tls;
    private final ScheduledExecutorService deadlines = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("webhook-deadlines").daemon().factory());

    public HttpCourier() {
        this(new SystemNames(), address -> PublicAddress.is(IpAddress.of(address)), () -> (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /**
     * @param isPublic whether a request may go to that address, unless the URL names this machine
     * @param tls asked when it is needed: the platform's reads all authorities that it trusts
     */
    HttpCourier(Names names, Predicate<InetAddress> isPublic, Supplier<SSLSocketFactory> tls) {
        this.names = names;
        this.isPublic = isPublic;
        this.tls = tls;
    }

    @Override
    public Answer send(Parcel parcel) {
        var deadline = Deadline.in(parcel.timeout());
        try {
            var addresses = resolve(parcel.url().uri(), deadline);
            if (!addresses.stream().allMatch(parcel.url().isLocal() ? InetAddress::isLoopbackAddress : isPublic)) {
                return failure(AttemptOutcome.FORBIDDEN_ADDRESS, "The host has an address that is not on the public internet.");
            }
            return send(parcel, addresses, deadline);
        } catch (TimeoutException e) {
            return timedOut();
        } catch (UnknownHostException e) {
            return failure(AttemptOutcome.UNREACHABLE, "The host is not known.");
        }
    }

    /** The only look-up. A literal needs none. */
    private List<InetAddress> resolve(URI uri, Deadline deadline) throws UnknownHostException, TimeoutException {
        var host = uri.getHost();
        boolean isV6 = host.startsWith("[");
        if (isV6 || Character.isDigit(host.charAt(host.length() - 1))) {
            return List.of(InetAddress.getByName(IpAddress.parse(isV6 ? host.substring(1, host.length() - 1) : host).toString()));
        }
        return names.resolve(host, deadline.remaining());
    }

    private Answer send(Parcel parcel, List<InetAddress> addresses, Deadline deadline) {
        var tried = addresses.subList(0, Math.min(MAX_ADDRESSES, addresses.size()));
        for (int i = 0; i < tried.size(); i++) {
            try (var socket = new Socket()) {
                var clock = deadlines.schedule(() -> close(socket), Deadline.millis(deadline.remaining()), TimeUnit.MILLISECONDS);
                try {
                    var share = deadline.remaining().dividedBy(tried.size() - i);
                    socket.connect(new InetSocketAddress(tried.get(i), port(parcel.url())), Deadline.millis(share));
                    return exchange(parcel, socket, deadline);
                } finally {
                    clock.cancel(false);
                }
            } catch (SSLException e) {
                return deadline.isOver() ? timedOut() : failure(AttemptOutcome.UNREACHABLE, "There is no secure connection: " + e.getMessage());
            } catch (NoHttpAnswerException e) {
                return deadline.isOver() ? timedOut() : failure(AttemptOutcome.UNREACHABLE, "The answer is not HTTP.");
            } catch (IOException e) {
                if (deadline.isOver()) {
                    return timedOut();
                }
            }
        }
        return failure(AttemptOutcome.UNREACHABLE, "There is no connection, or it was closed without an answer.");
    }

    private Answer exchange(Parcel parcel, Socket socket, Deadline deadline) throws IOException {
        var uri = parcel.url().uri();
        if (parcel.url().isLocal()) {
            return exchangeOn(socket, parcel, deadline);
        }
        try (var secure = (SSLSocket) tls.get().createSocket(socket, uri.getHost(), port(parcel.url()), true)) {
            var parameters = secure.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secure.setSSLParameters(parameters);
            secure.startHandshake();
            return exchangeOn(secure, parcel, deadline);
        }
    }

    private static Answer exchangeOn(Socket socket, Parcel parcel, Deadline deadline) throws IOException {
        var out = socket.getOutputStream();
        out.write(request(parcel));
        out.flush();
        var answer = HttpAnswer.read(socket, deadline);
        var outcome = answer.status() / 100 == 2 ? AttemptOutcome.DELIVERED : AttemptOutcome.REFUSED;
        return new Answer(outcome, OptionalInt.of(answer.status()), answer.text());
    }

    private static byte[] request(Parcel parcel) {
        var uri = parcel.url().uri();
        var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        var body = parcel.body().getBytes(StandardCharsets.UTF_8);
        var head = new StringBuilder()
                .append("POST ").append(path).append(uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()).append(" HTTP/1.1\r\n")
                .append("Host: ").append(uri.getHost()).append(uri.getPort() == DEFAULT_PORT ? "" : ":" + uri.getPort()).append("\r\n")
                .append("Content-Type: application/json\r\n")
                .append("Content-Length: ").append(body.length).append("\r\n")
                .append("User-Agent: Corridor-Webhooks/1\r\n")
                .append("Connection: close\r\n");
        parcel.headers().forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        var start = head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
        var request = new byte[start.length + body.length];
        System.arraycopy(start, 0, request, 0, start.length);
        System.arraycopy(body, 0, request, start.length, body.length);
        return request;
    }

    private static int port(EndpointUrl url) {
        int port = url.uri().getPort();
        return port != DEFAULT_PORT ? port : url.isLocal() ? HTTP : HTTPS;
    }

    private static Answer timedOut() {
        return failure(AttemptOutcome.TIMED_OUT, "There was no answer in time.");
    }

    private static Answer failure(AttemptOutcome outcome, String reason) {
        return new Answer(outcome, OptionalInt.empty(), reason);
    }

    /** Ends whatever a thread waits for on it. */
    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException("a socket that cannot be closed", e);
        }
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
    }
}
