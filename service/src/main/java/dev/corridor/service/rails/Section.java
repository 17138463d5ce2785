package dev.corridor.service.rails;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** A mapping in the file, and where it stands. Tells what is wrong with each value and goes on, so that the operator sees all at once. */
final class Section {

    private static final long MOST = 999_999_999_999L;

    private final String path;
    private final Map<?, ?> values;
    private final Consumer<String> problems;

    private Section(String path, Map<?, ?> values, Consumer<String> problems) {
        this.path = path;
        this.values = values;
        this.problems = problems;
    }

    /** The whole file. */
    static Section of(Object document, Consumer<String> problems) {
        if (document instanceof Map<?, ?> values) {
            return new Section("", values, problems);
        }
        problems.accept("The file must have keys and values");
        return new Section("", Map.of(), problems);
    }

    String path() {
        return path;
    }

    List<String> names() {
        return values.keySet().stream().map(String::valueOf).sorted().toList();
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    void refuseOthers(List<String> known) {
        names().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> problem(name, "is not a key; known are " + String.join(", ", known)));
    }

    void problem(String key, String reason) {
        problems.accept(pathOf(key) + " " + reason);
    }

    /** Empty, and a problem if it is something else. */
    Section section(String key) {
        var value = values.get(key);
        if (value instanceof Map<?, ?> nested) {
            return new Section(pathOf(key), nested, problems);
        }
        if (value != null) {
            problem(key, "must have keys and values");
        }
        return new Section(pathOf(key), Map.of(), problems);
    }

    Optional<String> text(String key) {
        var value = values.get(key);
        if (value instanceof String text && !text.isBlank()) {
            return Optional.of(text.strip());
        }
        problem(key, value == null ? "is missing" : "must be a text in quotes");
        return Optional.empty();
    }

    long number(String key, int otherwise, long least, long most) {
        return has(key) ? number(key, least, most) : otherwise;
    }

    /** The least number where there is a problem. */
    long number(String key, long least, long most) {
        var value = values.get(key);
        long number = value instanceof Integer || value instanceof Long ? ((Number) value).longValue() : -1;
        if (number < least || number > most) {
            problem(key, value == null ? "is missing" : "must be a whole number from " + least + (most == MOST ? "" : " to " + most));
            return least;
        }
        return number;
    }

    long number(String key) {
        return number(key, 1, MOST);
    }

    /** HTTP addresses; their text is left out of problems, since it may hold a key. */
    List<URI> addresses(String key, int most) {
        var value = values.get(key);
        if (!(value instanceof List<?> list) || list.isEmpty() || list.size() > most) {
            problem(key, "must be a list of 1 to " + most + " addresses");
            return List.of();
        }
        return IntStream.range(0, list.size())
                .mapToObj(i -> address(key + "[" + i + "]", list.get(i)))
                .flatMap(Optional::stream)
                .toList();
    }

    Optional<URI> address(String key) {
        return address(key, values.get(key));
    }

    private Optional<URI> address(String key, Object value) {
        try {
            var uri = URI.create(String.valueOf(value));
            if (uri.getHost() != null && List.of("http", "https").contains(uri.getScheme())) {
                return Optional.of(uri);
            }
        } catch (IllegalArgumentException e) {
            // Told below, without the text.
        }
        problem(key, "must be an address that begins with http:// or https://");
        return Optional.empty();
    }

    /** Empty if it is no list. */
    List<String> texts(String key) {
        return values.get(key) instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
    }

    private String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
