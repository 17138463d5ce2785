package dev.corridor.portal.door;

import io.micronaut.core.annotation.Nullable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of a form as they were sent, unvalidated. */
public record Form(Map<String, ?> fields) {

    static final String TOKEN = "formToken";

    static Form of(@Nullable Map<String, ?> fields) {
        return new Form(fields == null ? Map.of() : fields);
    }

    /** Without blanks around it; empty if the field is missing or blank. */
    public Optional<String> find(String name) {
        return Optional.of(text(name).strip()).filter(text -> !text.isEmpty());
    }

    /** As it was sent; the first of several. */
    public String text(String name) {
        return switch (fields.get(name)) {
            case null -> "";
            case List<?> several -> several.isEmpty() ? "" : several.getFirst().toString();
            case Object one -> one.toString();
        };
    }

    /** All values of a field, such as the boxes that are ticked. */
    public List<String> all(String name) {
        return switch (fields.get(name)) {
            case null -> List.of();
            case List<?> several -> several.stream().map(Object::toString).toList();
            case Object one -> List.of(one.toString());
        };
    }

    /** Passwords and tokens are among the fields. */
    @Override
    public String toString() {
        return "Form" + fields.keySet();
    }
}
