package dev.corridor.domain.access;

/** The authenticated actor: a key, a user, either of them for another organization, the operator, or an anonymous caller. Its text identifies it and contains no secret. */
public sealed interface Principal permits ApiKeyId, UserId, Broker, Operator, Anonymous {

    /** The principal that has this text; not the anonymous, who is no one. */
    static Principal parse(String text) {
        var hand = handIn(text);
        return Broker.organizationIn(text).<Principal>map(organization -> new Broker(organization, hand)).orElse(hand);
    }

    private static Principal handIn(String text) {
        var hand = Broker.handIn(text);
        if (hand.equals(new Operator().toString())) {
            return new Operator();
        }
        return hand.startsWith(ApiKeyId.PREFIX) ? ApiKeyId.parse(hand) : UserId.parse(hand);
    }
}
