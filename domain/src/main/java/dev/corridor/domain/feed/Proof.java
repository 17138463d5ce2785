package dev.corridor.domain.feed;

import dev.corridor.domain.user.Token;

/** A credential that was presented and accepted, in a form that can be checked again and presented to no one. */
public sealed interface Proof {

    /** @param hash of the API key's secret */
    record OfKey(String hash) implements Proof {

        /** The hash is of no use to people who read logs. */
        @Override
        public String toString() {
            return "OfKey[…]";
        }
    }

    /** @param token the user's access token */
    record OfUser(Token token) implements Proof {}
}
