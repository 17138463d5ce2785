package dev.corridor.http.edge.body;

import dev.corridor.domain.error.ValidationError.FieldFault;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.type.Argument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The components of a {@link JsonRequest}, known since compilation: nothing is looked up by reflection. */
record RequestShape<T>(BeanIntrospection<T> introspection, List<Component> components) {

    /** A record made from JSON, and the members that had the wrong type or text in them; their components are {@code null}. */
    record Binding<T>(T request, List<FieldFault> faults) {}

    private record Component(String name, ValueType type) {

        private static Component of(Argument<?> argument) {
            return new Component(argument.getName(), ValueType.of(argument));
        }
    }

    static <T> RequestShape<T> of(Class<T> type) {
        var introspection = BeanIntrospection.getIntrospection(type);
        var components = Arrays.stream(introspection.getConstructorArguments()).map(Component::of).toList();
        return new RequestShape<>(introspection, components);
    }

    Binding<T> bind(Map<String, Object> members) {
        var values = new Object[components.size()];
        var faults = new ArrayList<FieldFault>();
        for (int i = 0; i < values.length; i++) {
            var component = components.get(i);
            var value = members.get(component.name);
            if (value == null) {
                continue;
            }
            if (!component.type.fits(value)) {
                faults.add(new FieldFault(component.name, component.type.reason()));
            } else if (!PlainText.isPlain(value)) {
                faults.add(new FieldFault(component.name, PlainText.REASON));
            } else {
                values[i] = value;
            }
        }
        return new Binding<>(introspection.instantiate(false, values), faults);
    }

    /** The members that are given and have a component, each as one text however it was written. */
    Map<String, String> canonicalFields(Map<String, Object> members) {
        var fields = new LinkedHashMap<String, String>();
        for (var component : components) {
            var value = members.get(component.name);
            if (value != null) {
                fields.put(component.name, (value instanceof Map<?, ?> map ? new TreeMap<>(map) : value).toString());
            }
        }
        return fields;
    }

    int indexOf(String name) {
        for (int i = 0; i < components.size(); i++) {
            if (components.get(i).name.equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException(introspection.getBeanType() + " has no component " + name);
    }
}
