package dev.corridor.domain.error;

import java.util.Locale;

/** What sort of "no" it is. Says nothing about a protocol: an adapter decides what each kind looks like on its wire. */
public enum ErrorKind {
    /** The command can never be carried out as it stands. */
    INVALID,
    /** The caller is not authenticated. */
    UNAUTHENTICATED,
    /** It is known who is asking, and they may not. */
    FORBIDDEN,
    /** It is known who is asking, or said to be, and they are shut out for a while. */
    LOCKED,
    /** The resource does not exist, or belongs to another organization, which looks the same. */
    NOT_FOUND,
    /** The thing is in a state that excludes the command. */
    CONFLICT,
    /** There is not enough money. */
    UNFUNDED,
    /** It is more than was agreed on, for now. The same thing is possible later. */
    LIMITED,
    /** A system beyond ours said no, or did not answer. */
    UPSTREAM,
    /** We have too much to do. Nothing was done, and a moment later it may be different. */
    UNAVAILABLE,
    /** A fault of ours. No rule of the business raises it. */
    INTERNAL;

    private final String text = name().toLowerCase(Locale.ROOT);

    /** As clients read it. */
    @Override
    public String toString() {
        return text;
    }
}
