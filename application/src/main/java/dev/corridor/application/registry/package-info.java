/**
 * The register of customers: organizations, their keys, and the record of what was done to either. What changes together changes behind one
 * port, {@link dev.corridor.application.registry.Registry}; movements of money have {@link dev.corridor.application.books.Books}.
 */
package dev.corridor.application.registry;
