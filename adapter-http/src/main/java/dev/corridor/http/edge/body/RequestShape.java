package dev.corridor.http.edge.body;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.corridor.domain.error.ValidationError.FieldFault;
import dev.corridor.http.edge.wire.NearestName;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.type.Argument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The components of a {@link JsonRequest}, known since compilation: nothing is looked up by reflection. */
final class RequestShape<T> {

    /** So that a body of names alone does not come back as a message. */
    private static final int MAX_UNKNOWN = 10;

    /** A record made from JSON, and the members that have no component, the wrong type or the wrong text in them; these are {@code null}. */
    record Binding<T>(T request, List<FieldFault> faults) {}

    /** What a component is made from. */
    private sealed interface Component {

        record Member(String name, ValueType type) implements Component {}

        record Group(RequestShape<?> shape) implements Component {}

        /** An object within the object. */
        record Nested(String name, RequestShape<?> shape) implements Component {}

        static Component of(Argument<?> argument) {
            if (argument.isAnnotationPresent(JsonUnwrapped.class)) {
                return new Group(RequestShape.of(argument.getType()));
            } else if (JsonRequest.class.isAssignableFrom(argument.getType())) {
                return new Nested(argument.getName(), RequestShape.of(argument.getType()));
            }
            return new Member(argument.getName(), ValueType.of(argument));
        }
    }

    private final BeanIntrospection<T> introspection;
    private final List<Component> components;
    private final List<String> names;
    private final List<String> fields;

    private RequestShape(BeanIntrospection<T> introspection, List<Component> components) {
        this.introspection = introspection;
        this.components = components;
        this.names = components.stream().flatMap(RequestShape::namesOf).toList();
        this.fields = components.stream().flatMap(RequestShape::fieldsOf).toList();
    }

    static <T> RequestShape<T> of(Class<T> type) {
        var introspection = BeanIntrospection.getIntrospection(type);
        return new RequestShape<>(
                introspection, Arrays.stream(introspection.getConstructorArguments()).map(Component::of).toList());
    }

    private static Stream<String> namesOf(Component component) {
        return switch (component) {
            case Component.Member member -> Stream.of(member.name);
            case Component.Group group -> group.shape.names.stream();
            case Component.Nested nested -> Stream.of(nested.name);
        };
    }

    private static Stream<String> fieldsOf(Component component) {
        return switch (component) {
            case Component.Member member -> Stream.of(member.name);
            case Component.Group group -> group.shape.fields.stream();
            case Component.Nested nested ->
                Stream.concat(Stream.of(nested.name), nested.shape.fields.stream().map(field -> within(nested.name) + field));
        };
    }

    private static String within(String object) {
        return object + '.';
    }

    Binding<T> bind(Map<String, Object> members) {
        var faults = new ArrayList<FieldFault>();
        return new Binding<>(bindAll(members, "", faults), faults);
    }

    /** @param prefix of the names of the object's members */
    private T bindAll(Map<?, ?> members, String prefix, List<FieldFault> faults) {
        var request = bind(members, prefix, faults);
        members.keySet().stream()
                .map(Object::toString)
                .filter(name -> !names.contains(name))
                .limit(MAX_UNKNOWN)
                .forEach(name -> faults.add(
                        new FieldFault(prefix + NearestName.shown(name), "is unknown here" + NearestName.hint(name, names))));
        return request;
    }

    private T bind(Map<?, ?> members, String prefix, List<FieldFault> faults) {
        var values = components.stream()
                .map(component -> switch (component) {
                    case Component.Member member -> read(member, members.get(member.name), prefix, faults);
                    case Component.Group group -> group.shape.bind(members, prefix, faults);
                    case Component.Nested nested -> read(nested, members.get(nested.name), prefix, faults);
                })
                .toArray();
        return introspection.instantiate(false, values);
    }

    private static Object read(Component.Member member, Object value, String prefix, List<FieldFault> faults) {
        if (value != null && !member.type.fits(value)) {
            faults.add(new FieldFault(prefix + member.name, member.type.reason()));
            return null;
        }
        if (value != null && !PlainText.isPlain(value)) {
            faults.add(new FieldFault(prefix + member.name, PlainText.REASON));
            return null;
        }
        return value;
    }

    private static Object read(Component.Nested nested, Object value, String prefix, List<FieldFault> faults) {
        if (value instanceof Map<?, ?> members) {
            return nested.shape.bindAll(members, prefix + within(nested.name), faults);
        }
        if (value != null) {
            faults.add(new FieldFault(prefix + nested.name, "must be an object"));
        }
        return null;
    }

    /** The members that are given and have a component, in the order of the components. */
    Map<String, Object> canonicalFields(Map<String, Object> members) {
        var fields = new LinkedHashMap<String, Object>();
        for (var name : names) {
            var value = members.get(name);
            if (value != null) {
                fields.put(name, value);
            }
        }
        return fields;
    }

    /** Where a field stands; unknown ones stand behind all others. */
    int indexOf(String name) {
        int index = fields.indexOf(name);
        return index < 0 ? fields.size() : index;
    }

    /** The field that a path of components leads to. Groups of fields have no name on the wire. */
    String fieldAt(List<String> path) {
        var field = String.join(".", path);
        return path.size() == 1 || fields.contains(field) ? field : fieldAt(path.subList(1, path.size()));
    }
}
