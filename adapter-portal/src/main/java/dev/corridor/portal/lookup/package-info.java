/** One box that finds what people have in their hands: an id, a reference, a hash. */
package dev.corridor.portal.lookup;
