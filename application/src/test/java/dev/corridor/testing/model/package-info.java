/**
 * Model-based tests of the books. {@link dev.corridor.testing.model.BooksModel} computes the expected results with plain maps. Random
 * sequences of steps run on the model and on a real store, sequentially or concurrently.
 */
package dev.corridor.testing.model;
