/** The tables of operators and their sessions, and what operators look at of all organizations. */
package dev.corridor.persistence.operator;
