package dev.corridor.persistence;

/** The database has a schema that this program does not know, because a newer one has migrated it. */
public final class NewerSchemaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NewerSchemaException(String found, String known) {
        super("its schema has version " + found + ", and this program knows " + known + ".");
    }
}
