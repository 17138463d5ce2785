package dev.corridor.http.edge.validation;

/** Makes the rules that annotations name by their class. */
public final class Rules {

    private Rules() {}

    /** @throws IllegalArgumentException if the class has no constructor without arguments */
    public static <T> T make(Class<T> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type + " has no constructor without arguments", e);
        }
    }
}
