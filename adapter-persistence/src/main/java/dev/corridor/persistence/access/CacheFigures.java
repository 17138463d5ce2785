package dev.corridor.persistence.access;

/** How much a cache has spared the database since the start. */
public interface CacheFigures {

    /** How often something was known, or known to be missing, without a look into the store. */
    long recalled();

    /** How often it had to be read. */
    long read();
}
