package dev.corridor.domain.organization;

import java.util.Optional;

/**
 * Which letters of authorization of an organization are wanted; empty members want all.
 *
 * @param role which of the two sides the organization is on
 */
public record LetterFilter(Optional<Role> role, Optional<LetterStatus> status) {

    public static final LetterFilter ALL = new LetterFilter(Optional.empty(), Optional.empty());

    /** Source: the NXOS contract, section 4. */
    public enum Role {
        GRANTER,
        AUTHORIZED;

        /** The side of the letter on which the organization must be. */
        OrganizationId of(LetterOfAuthorization letter) {
            return switch (this) {
                case GRANTER -> letter.organization();
                case AUTHORIZED -> letter.authorized();
            };
        }
    }

    /** Whether the organization is a party of the letter, and wants it. */
    public boolean wants(LetterOfAuthorization letter, OrganizationId party) {
        boolean isOnTheSide = role.map(wanted -> party.equals(wanted.of(letter)))
                .orElseGet(() -> party.equals(letter.organization()) || party.equals(letter.authorized()));
        return isOnTheSide && status.filter(wanted -> wanted != letter.status()).isEmpty();
    }
}
