/**
 * Operators who log in: an {@link dev.corridor.domain.operator.OperatorLogin} has a password and a {@link dev.corridor.domain.operator.SecondFactor}. They are
 * apart from the users of organizations.
 */
package dev.corridor.domain.operator;
