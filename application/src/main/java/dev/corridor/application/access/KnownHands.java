package dev.corridor.application.access;

import dev.corridor.application.audit.port.AuditTrail;
import dev.corridor.domain.access.Anonymous;
import dev.corridor.domain.access.Broker;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.audit.AuditAction;
import dev.corridor.domain.organization.OrganizationId;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whose hands a key is in, as far as the audit tells: who has made or rotated it was shown its secret, and so was, if that is a key, who has made or
 * rotated that one.
 */
public final class KnownHands {

    private static final Set<AuditAction> SHOWN = Set.of(KeyActions.CREATED, KeyActions.ROTATED);

    private static final String STRANGER = new Anonymous().toString();

    private final AuditTrail trail;

    public KnownHands(AuditTrail trail) {
        this.trail = trail;
    }

    /** Whether two principals in the organization's records, by their texts, may be one person. */
    public boolean mayBeOne(OrganizationId organization, String one, String other) {
        return one.equals(other) || !Collections.disjoint(handsOf(organization, one), handsOf(organization, other));
    }

    /** The audit of an organization knows its own keys: those of a broker, the broker's. */
    private Set<String> handsOf(OrganizationId organization, String principal) {
        var home = Broker.organizationIn(principal).orElse(organization);
        var hands = new HashSet<String>();
        var next = new ArrayDeque<>(List.of(Broker.handIn(principal)));
        while (!next.isEmpty()) {
            var hand = next.poll();
            if (isOfTheOrganization(hand) && hands.add(hand)) {
                next.addAll(trail.actors(home, hand, SHOWN));
            }
        }
        return hands;
    }

    private static boolean isOfTheOrganization(String hand) {
        return !hand.equals(STRANGER) && !Operator.isMeantBy(hand);
    }
}
