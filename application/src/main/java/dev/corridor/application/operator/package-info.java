/**
 * Use cases of operators who log in: invitation, enrolment of a second factor, sessions; and what an operator looks at of all organizations together.
 */
package dev.corridor.application.operator;
