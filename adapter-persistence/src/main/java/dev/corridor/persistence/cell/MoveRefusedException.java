package dev.corridor.persistence.cell;

/** An organization that cannot be moved as it was asked; nothing was changed, or what was begun was taken back. */
public final class MoveRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MoveRefusedException(String reason) {
        super(reason);
    }
}
