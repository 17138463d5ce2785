/**
 * The books proved by test. A {@link dev.corridor.testing.model.BooksModel} says in plain maps what the use cases are to answer; random
 * sequences of steps are taken with it and with the use cases on a real store, one after the other or many at once.
 */
package dev.corridor.testing.model;
