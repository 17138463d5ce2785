package dev.corridor.domain.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What binds the use of a key. A restriction is the reverse of a permission: what a key makes or changes is bound at least as tightly as the
 * key itself.
 *
 * @param allowedAddresses from where requests may come; from anywhere if empty
 * @param signature what each request must be signed with; no signature is required if empty
 * @param expiresAt from when on no request is admitted; never if empty
 */
public record Restrictions(List<IpRange> allowedAddresses, Optional<SignatureFormat> signature, Optional<Instant> expiresAt) {

    public static final Restrictions NONE = new Restrictions(List.of(), Optional.empty(), Optional.empty());

    public Restrictions {
        allowedAddresses = List.copyOf(allowedAddresses);
    }

    /**
     * The first restriction that the other one lacks or loosens, as the reason of a refusal. Each range of the other must lie in one of these:
     * two halves of a range are not taken for the whole.
     */
    Optional<String> loosenedBy(Restrictions other) {
        if (!coversAddressesOf(other)) {
            return Optional.of("Your key works from certain addresses only: keys that it makes or changes must work from no others.");
        } else if (!coversSignatureOf(other)) {
            return Optional.of("Your key takes signed requests only: keys that it makes or changes must demand a signature that covers no less.");
        } else if (!lasts(other)) {
            return Optional.of("Your key expires: keys that it makes or changes must expire no later.");
        }
        return Optional.empty();
    }

    private boolean coversAddressesOf(Restrictions other) {
        if (allowedAddresses.isEmpty()) {
            return true;
        }
        return !other.allowedAddresses.isEmpty()
                && other.allowedAddresses.stream().allMatch(range -> allowedAddresses.stream().anyMatch(mine -> mine.contains(range)));
    }

    private boolean coversSignatureOf(Restrictions other) {
        return signature.isEmpty() || other.signature.filter(format -> format.coversAllOf(signature.get())).isPresent();
    }

    private boolean lasts(Restrictions other) {
        return expiresAt.isEmpty() || other.expiresAt.filter(end -> !end.isAfter(expiresAt.get())).isPresent();
    }
}
