package dev.corridor.client.model;

/** One of a closed set of texts. */
public interface Word {

    /** As it is sent; empty for what this version of the client does not know. */
    String value();
}
