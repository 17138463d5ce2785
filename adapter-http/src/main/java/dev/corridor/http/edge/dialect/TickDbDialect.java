package dev.corridor.http.edge.dialect;

import dev.corridor.domain.error.AssetNotSupported;
import dev.corridor.domain.error.MissingParameter;
import dev.corridor.domain.feed.Channel;
import dev.corridor.domain.feed.FeedError.ChannelUnavailable;
import dev.corridor.domain.feed.FeedError.ResumePointLost;
import dev.corridor.domain.market.MarketError.SymbolNotFound;
import dev.corridor.http.edge.problem.ErrorCode;
import dev.corridor.http.edge.problem.Problem;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.serde.annotation.Serdeable;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * The error contract of TickDB: {@code code}, a number, and {@code message}. A success has code 0, and its content under {@code data}.
 *
 * <p>Source: the TickDB contract, section 2. It documents no HTTP statuses, so those are our decision; a setting replaces them by 200 for
 * clients that treat others as connection failures. Messages are fixed, with what they are about behind them where it helps; that of a payout which
 * may be in progress is ours, because the contract recommends repeating after a 5001, which would pay twice.
 */
final class TickDbDialect implements Dialect {

    private static final byte[] BEFORE_DATA = "{\"code\":0,\"message\":\"success\",\"data\":".getBytes(StandardCharsets.UTF_8);

    @Serdeable
    record Success(int code, String message, Object data) {}

    private final Map<ErrorCode, Place> places;

    TickDbDialect(boolean always200) {
        this.places = Places.of(code -> always200 ? Places.tickDb(code).withStatus(HttpStatus.OK.getCode()) : Places.tickDb(code));
    }

    @Override
    public Rendering render(Problem problem, HttpRequest<?> request) {
        return switch (problem.error().orElse(null)) {
            case ChannelUnavailable off -> render(off.channel());
            case ResumePointLost lost -> render(
                    placeOf(problem.code()),
                    lost.channel(),
                    "Subscribe without from and use HTTP API " + wayOverHttp(lost.channel()) + " for the current state");
            case null, default -> render(placeOf(problem.code()), problem);
        };
    }

    private static Rendering render(Place place, Problem problem) {
        return Rendering.json(place.status(), json -> {
            json.writeFieldName("code");
            json.writeNumber(place.code());
            json.writeStringField("message", messageOf(place, problem));
        });
    }

    private static String messageOf(Place place, Problem problem) {
        return switch (problem.error().orElse(null)) {
            case MissingParameter missing -> place.text() + ": " + missing.field() + " is required";
            case SymbolNotFound unknown -> place.text() + ": " + unknown.symbol();
            case AssetNotSupported unknown -> place.text() + ": " + unknown.asset();
            case null, default -> place.tellsMore() ? place.text() + ": " + Faults.withoutStop(problem.message()) : place.text();
        };
    }

    /** The contract has a code for each of the two channels that can be switched off, and suggests an alternative. */
    private Rendering render(Channel off) {
        var place = placeOf(ErrorCode.CHANNEL_UNAVAILABLE);
        var name = off.toString();
        var title = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        var saying = Place.place(place.status(), off == Channel.TRADE ? "4004" : place.code())
                .saying(title + " subscriptions temporarily unavailable");
        return render(saying, off, "Use HTTP API " + wayOverHttp(off) + " for current " + name + " data");
    }

    /** Names the channel, and another way to what it has. */
    private static Rendering render(Place place, Channel channel, String suggestion) {
        return Rendering.json(place.status(), json -> {
            json.writeFieldName("code");
            json.writeNumber(place.code());
            json.writeStringField("message", place.text());
            json.writeObjectFieldStart("data");
            json.writeStringField("channel", channel.toString());
            json.writeStringField("suggestion", suggestion);
            json.writeEndObject();
        });
    }

    private static String wayOverHttp(Channel channel) {
        return switch (channel) {
            case TICKER -> "/v1/market/ticker";
            case DEPTH -> "/v1/market/depth";
            case TRADE -> "/v1/market/trades";
            case TRANSACTIONS -> "/v1/transactions";
            case QUOTES -> "/v1/quotes/{quoteId}";
        };
    }

    @Override
    public Place placeOf(ErrorCode code) {
        return places.get(code);
    }

    @Override
    public void shapeSuccess(HttpRequest<?> request, MutableHttpResponse<?> response) {
        var body = response.body();
        boolean isJson = response.getContentType().map(MediaType.APPLICATION_JSON_TYPE::matches).orElse(true);
        if (body == null || !isJson) {
            return;
        }
        response.body(body instanceof byte[] json ? wrapped(json) : new Success(0, "success", body));
    }

    /** A replayed response is text already. */
    private static byte[] wrapped(byte[] json) {
        var bytes = new ByteArrayOutputStream(BEFORE_DATA.length + json.length + 1);
        bytes.writeBytes(BEFORE_DATA);
        bytes.writeBytes(json);
        bytes.write('}');
        return bytes.toByteArray();
    }
}
