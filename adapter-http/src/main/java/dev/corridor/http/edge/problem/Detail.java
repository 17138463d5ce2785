package dev.corridor.http.edge.problem;

import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.Temporary;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.money.Rate;
import dev.corridor.http.edge.wire.Timestamp;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A detail of an error, for programs: a component of its record, in its wire format.
 *
 * @param spelled what its text spells; of a list, its elements
 * @param component reads the component of an error, given as an object
 * @param text converts its value to a text, a number or a list
 */
public record Detail(String name, DetailType type, Class<?> spelled, MethodHandle component, UnaryOperator<Object> text) {

    private static final MethodType OF_ANY_ERROR = MethodType.methodType(Object.class, Object.class);

    /** A detail's value in one failure. */
    public record Fact(String name, DetailType type, Object value) {}

    /** Amounts exclude their asset, which is added once. */
    static List<Detail> of(Class<? extends Record> error) {
        var components = error.getRecordComponents();
        var asset = Arrays.stream(components)
                .filter(component -> component.getType() == Money.class)
                .limit(1)
                .map(amount -> new Detail("asset", DetailType.WORD, Asset.class, reader(amount), money -> ((Money) money).asset().code()));
        return Stream.concat(Arrays.stream(components).map(Detail::of), asset).toList();
    }

    private static Detail of(RecordComponent component) {
        return new Detail(component.getName(), DetailType.of(component), spelledBy(component), reader(component), Detail::write);
    }

    private static Class<?> spelledBy(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType list ? (Class<?>) list.getActualTypeArguments()[0] : component.getType();
    }

    private static MethodHandle reader(RecordComponent component) {
        try {
            return MethodHandles.publicLookup().unreflect(component.getAccessor()).asType(OF_ANY_ERROR);
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(component + " is not readable: its record is not public", e);
        }
    }

    Fact in(BusinessError error) {
        return new Fact(name, type, text.apply(read(error)));
    }

    private Object read(Object error) {
        try {
            return component.invokeExact(error);
        } catch (Throwable e) {
            throw new IllegalStateException(name + " of " + error + " cannot be read", e);
        }
    }

    private static Object write(Object value) {
        return switch (value) {
            case Money amount -> amount.decimal();
            case Rate rate -> rate.decimal();
            case Instant moment -> Timestamp.format(moment);
            case Duration time -> Temporary.secondsOf(time);
            case List<?> list -> list;
            default -> value.toString();
        };
    }
}
