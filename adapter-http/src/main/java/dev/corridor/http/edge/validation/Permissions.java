package dev.corridor.http.edge.validation;

import dev.corridor.domain.access.Permission;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Permissions by their names, at least one. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Constraint(validatedBy = Permissions.Rule.class)
public @interface Permissions {

    String message() default "must be a list of permissions, such as \"accounts:read\"";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Rule implements ConstraintValidator<Permissions, List<String>> {

        private static final Set<String> NAMES =
                Permission.ALL.stream().map(Permission::toString).collect(Collectors.toUnmodifiableSet());

        @Override
        public boolean isValid(List<String> names, ConstraintValidatorContext context) {
            return names == null || !names.isEmpty() && NAMES.containsAll(names);
        }
    }
}
