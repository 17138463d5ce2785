package dev.corridor.http.edge.route;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What {@code Nxos-On-Behalf-Of} means to an operation. Without this annotation it follows from the operation's permission: {@link Meaning#CUSTOMER} for
 * those that a letter of authorization covers, and {@link Meaning#REFUSED} for the others.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface OnBehalf {

    Meaning value();

    /** Source: the NXOS contract, section 4. */
    enum Meaning {
        /** The customer's things are named, under an active letter. */
        CUSTOMER,
        /** The same, and a letter that has not taken effect yet is enough. */
        PENDING_CUSTOMER,
        /** The caller acts for its own organization, whatever the header says. */
        IGNORED,
        /** The operation is for the caller's own organization alone. */
        REFUSED
    }
}
