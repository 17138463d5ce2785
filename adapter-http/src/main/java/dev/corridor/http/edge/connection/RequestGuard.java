package dev.corridor.http.edge.connection;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.http.edge.FrameworkDefaults;
import dev.corridor.http.edge.body.ListBody;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Stands between the decoder and the framework. The first request of a connection whose boundaries, head or encoding are in doubt is refused as soon as
 * those before it have been answered, and the connection is closed: what comes after it may be anything.
 *
 * <p>To the framework a refused head is one that failed to decode, and a refused body one that broke off. So the refusal is written by the error pipe,
 * in the client's error contract. A HEAD is passed on as a GET, and the encoder leaves the body out (RFC 9110, section 9.3.2): it is counted, checked
 * and answered as one.
 */
final class RequestGuard extends ChannelDuplexHandler {

    private static final String TOO_LARGE = "The body must have no more than %d bytes.";

    private static final String BROKEN = "The framing of the body is broken.";
    private static final String GARBLED = "The body is not encoded as the header Content-Encoding says.";

    /** How long input is discarded before the socket closes, so that the client reads the answer before a reset. */
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final HeadClock headClock;
    private final Duration bodyDeadline;

    /** Requests whose answers have not been written to their end. */
    private int unanswered;

    private boolean isReadingBody;
    /** Packed and unpacked together. */
    private long bodyBytes;
    private int mostBodyBytes;
    private GzipDecoder gzip;
    private Future<?> bodyClock;

    /** Nothing more is read. */
    private boolean isOver;

    private boolean isClosing;

    RequestGuard(HeadClock headClock, Duration bodyDeadline) {
        this.headClock = headClock;
        this.bodyDeadline = bodyDeadline;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (isOver) {
            ReferenceCountUtil.release(message);
        } else if (message instanceof HttpRequest request) {
            readHead(context, request);
        } else if (message instanceof HttpContent content) {
            readBody(context, content);
        } else {
            context.fireChannelRead(message);
        }
    }

    private void readHead(ChannelHandlerContext context, HttpRequest request) {
        headClock.headIsComplete();
        boolean isOurs = request.protocolVersion().equals(HttpVersion.HTTP_1_1) || request.protocolVersion().equals(HttpVersion.HTTP_1_0);
        if (request.decoderResult().isSuccess() && !isOurs) {
            // How a client of another version reads an answer is not known.
            ReferenceCountUtil.release(request);
            end(context);
            return;
        }
        if (request.decoderResult().isSuccess()) {
            HeadRules.fault(request).ifPresent(fault -> fail(request, fault));
        }
        var headers = request.headers();
        if (request.method().equals(HttpMethod.HEAD)) {
            request.setMethod(HttpMethod.GET);
            headers.remove(HttpHeaderNames.UPGRADE);
        }
        offerGzipAlone(request);
        unanswered++;
        if (request.decoderResult().isFailure()) {
            isOver = true;
        } else {
            isReadingBody = true;
            bodyBytes = 0;
            mostBodyBytes = mostBodyBytes(headers);
            if (HeadRules.isGzip(headers)) {
                unpack(request);
            }
        }
        context.fireChannelRead(request);
    }

    static int mostBodyBytes(HttpHeaders headers) {
        return ListBody.isOne(headers.get(HttpHeaderNames.CONTENT_TYPE, "")) ? FrameworkDefaults.MAX_LIST_BODY_BYTES
                : FrameworkDefaults.MAX_BODY_BYTES;
    }

    static String tooLarge(int most) {
        return TOO_LARGE.formatted(most);
    }

    private static void fail(HttpRequest request, String fault) {
        request.setDecoderResult(DecoderResult.failure(new BusinessException(new InvalidRequest(fault))));
        if (!RequestTarget.isReadable(request.uri())) {
            // With an unreadable target the framework drops the headers, and with them the dialect of the answer.
            request.setUri("/");
        }
    }

    /** The framework also offers encodings that few clients read, such as snappy. */
    private static void offerGzipAlone(HttpRequest request) {
        var accepted = request.headers().getAll(HttpHeaderNames.ACCEPT_ENCODING);
        if (!accepted.isEmpty()) {
            if (AcceptEncoding.includesGzip(accepted)) {
                request.headers().set(HttpHeaderNames.ACCEPT_ENCODING, HttpHeaderValues.GZIP);
            } else {
                request.headers().remove(HttpHeaderNames.ACCEPT_ENCODING);
            }
        }
    }

    /** From here on the body is unpacked, and its length is unknown. */
    private void unpack(HttpRequest request) {
        var headers = request.headers();
        boolean hasBody = headers.contains(HttpHeaderNames.TRANSFER_ENCODING) || headers.getInt(HttpHeaderNames.CONTENT_LENGTH, 0) > 0;
        if (hasBody) {
            gzip = new GzipDecoder(mostBodyBytes);
            headers.remove(HttpHeaderNames.CONTENT_LENGTH);
            headers.set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
        }
        headers.remove(HttpHeaderNames.CONTENT_ENCODING);
    }

    private void readBody(ChannelHandlerContext context, HttpContent received) {
        boolean isLast = received instanceof LastHttpContent;
        if (received.decoderResult().isFailure()) {
            received.release();
            breakOff(context, BROKEN);
            return;
        }
        var content = received;
        bodyBytes += received.content().readableBytes();
        if (gzip != null) {
            try {
                content = received.replace(gzip.unpack(received.content()));
            } catch (DecoderException e) {
                breakOff(context, GARBLED);
                return;
            }
            bodyBytes += content.content().readableBytes();
            if (isLast && !gzip.isComplete()) {
                content.release();
                breakOff(context, GARBLED);
                return;
            }
        }
        if (bodyBytes > mostBodyBytes) {
            content.release();
            breakOff(context, tooLarge(mostBodyBytes));
            return;
        }
        if (isLast) {
            isReadingBody = false;
            headClock.requestIsComplete();
            releaseBody();
        }
        context.fireChannelRead(content);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (isReadingBody && bodyClock == null) {
            bodyClock = context.executor().schedule(
                    () -> breakOff(context, "The body must come within " + bodyDeadline.toSeconds() + " seconds."),
                    bodyDeadline.toMillis(),
                    TimeUnit.MILLISECONDS);
        }
        context.fireChannelReadComplete();
    }

    private void breakOff(ChannelHandlerContext context, String reason) {
        end(context);
        if (unanswered > 0) {
            context.fireExceptionCaught(new BodyCutShort(reason));
        }
    }

    private void end(ChannelHandlerContext context) {
        isOver = true;
        isReadingBody = false;
        headClock.headIsComplete();
        releaseBody();
        if (unanswered == 0) {
            context.channel().close();
        }
    }

    private void releaseBody() {
        if (bodyClock != null) {
            bodyClock.cancel(false);
            bodyClock = null;
        }
        if (gzip != null) {
            gzip.close();
            gzip = null;
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        boolean isInterim = message instanceof HttpResponse response && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
        if (isOver && unanswered == 1 && !isInterim && message instanceof HttpResponse response) {
            response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
        if (message instanceof LastHttpContent && !isInterim) {
            unanswered--;
            if (isOver && unanswered == 0) {
                context.write(message, promise.unvoid().addListener(ChannelFutureListener.CLOSE));
                return;
            }
        }
        context.write(message, promise);
    }

    /** Closing a socket with unread input resets it, and the client may lose the answer. */
    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        if (!isOver || !(context.channel() instanceof DuplexChannel channel)) {
            context.close(promise);
            return;
        }
        channel.closeFuture().addListener(closed -> promise.trySuccess());
        if (!isClosing) {
            isClosing = true;
            channel.shutdownOutput();
            channel.config().setAutoRead(true);
            context.executor().schedule(() -> context.close(), FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        releaseBody();
        context.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        releaseBody();
    }
}
