package dev.corridor.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;

/** Matches {@code double} and {@code float}, which are inexact. */
final class FloatingPoint {

    private static final Set<String> NAMES = Set.of("double", "float", Double.class.getName(), Float.class.getName());

    static final DescribedPredicate<JavaClass> TYPE = describe("double or float", type -> NAMES.contains(type.getBaseComponentType().getName()));

    static final DescribedPredicate<JavaAccess<?>> IS_CONVERTED_TO_OR_FROM_A_DECIMAL = describe("a double or float is converted to or from a decimal",
            access -> access.getTarget() instanceof CodeUnitAccessTarget target
                    && target.getOwner().getPackageName().equals("java.math")
                    && (TYPE.test(target.getRawReturnType()) || target.getRawParameterTypes().stream().anyMatch(TYPE)));

    private FloatingPoint() {}
}
