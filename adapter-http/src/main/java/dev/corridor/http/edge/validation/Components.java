package dev.corridor.http.edge.validation;

import io.micronaut.core.beans.BeanIntrospection;
import jakarta.validation.ConstraintValidatorContext;

/** For constraints between the components of a record: reads them through what the compiler noted of the record. */
final class Components {

    private Components() {}

    static Object read(Object record, String name) {
        return introspectionOf(record).getRequiredProperty(name, Object.class).get(record);
    }

    /** Blames the component, not the record as a whole. */
    static boolean refuse(ConstraintValidatorContext context, String name) {
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                .addPropertyNode(name)
                .addConstraintViolation();
        return false;
    }

    /** An introspection is of the class it was asked for. */
    @SuppressWarnings("unchecked")
    private static BeanIntrospection<Object> introspectionOf(Object record) {
        return (BeanIntrospection<Object>) BeanIntrospection.getIntrospection(record.getClass());
    }
}
