package dev.corridor.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Requires the {@code code()} of a business error to be its class name in snake_case, and unique.
 *
 * <p>The code is a constant of the class. It is read from an instance created without a constructor, as deserialization does. Sample values
 * would have to satisfy every record's invariants, and a code that depends on values is no constant.
 */
final class CodeOfTheirName extends ArchCondition<JavaClass> {

    private final Map<String, JavaClass> ownerOfCode = new HashMap<>();

    CodeOfTheirName() {
        super("have a constant code that is their name in snake_case, and theirs alone");
    }

    @Override
    public void init(Collection<JavaClass> errors) {
        ownerOfCode.clear();
    }

    @Override
    public void check(JavaClass error, ConditionEvents events) {
        String code;
        try {
            code = codeOf(error.reflect());
        } catch (InvocationTargetException e) {
            violated(events, error, "does not have a constant code: code() threw " + e.getCause());
            return;
        } catch (ReflectiveOperationException e) {
            violated(events, error, "cannot be asked for its code: " + e);
            return;
        }
        var expected = snakeCase(error.getSimpleName());
        if (!expected.equals(code)) {
            violated(events, error, "has the code " + code + " instead of " + expected);
            return;
        }
        var owner = ownerOfCode.putIfAbsent(code, error);
        if (owner != null) {
            violated(events, error, "has the same code as " + owner.getName() + ": " + code);
        }
    }

    /** The factory is supported (jdk.unsupported, JEP 260). It is looked up by name because javac warns of every {@code sun} package. */
    private static String codeOf(Class<?> error) throws ReflectiveOperationException {
        var factory = Class.forName("sun.reflect.ReflectionFactory");
        var constructor = (Constructor<?>) factory.getMethod("newConstructorForSerialization", Class.class, Constructor.class)
                .invoke(factory.getMethod("getReflectionFactory").invoke(null), error, Object.class.getDeclaredConstructor());
        var untouched = constructor.newInstance();
        var code = error.getMethod("code");
        code.trySetAccessible();
        return (String) code.invoke(untouched);
    }

    private static String snakeCase(String name) {
        return name.replaceAll("(?<=.)(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    private static void violated(ConditionEvents events, JavaClass error, String what) {
        events.add(SimpleConditionEvent.violated(error, error.getName() + " " + what));
    }
}
