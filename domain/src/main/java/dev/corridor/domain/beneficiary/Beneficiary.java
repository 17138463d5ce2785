package dev.corridor.domain.beneficiary;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.BeneficiaryError.BeneficiaryAlreadyArchived;
import dev.corridor.domain.beneficiary.Destination.BankAccount;
import dev.corridor.domain.beneficiary.Destination.CryptoAddress;
import dev.corridor.domain.beneficiary.Destination.NetworkParty;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.error.ValidationError.FieldFault;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.Owned;
import dev.corridor.domain.reference.Reference;
import dev.corridor.domain.text.VisibleText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A person or company that an account may pay.
 *
 * @param reference the client's own name for it
 */
public record Beneficiary(
        BeneficiaryId id,
        OrganizationId organization,
        AccountId account,
        Optional<Reference> reference,
        String nickname,
        BeneficiaryStatus status,
        Destination destination,
        Identity identity,
        List<String> tags,
        Map<String, String> metadata,
        Instant createdAt,
        Instant updatedAt)
        implements Owned {

    public Beneficiary {
        tags = List.copyOf(tags);
        metadata = Map.copyOf(metadata);
    }

    public static Beneficiary register(
            BeneficiaryId id,
            OrganizationId organization,
            AccountId account,
            Optional<Reference> reference,
            String nickname,
            Destination destination,
            Identity identity,
            List<String> tags,
            Map<String, String> metadata,
            Instant now) {
        return new Beneficiary(
                id, organization, account, reference, nickname, BeneficiaryStatus.ACTIVE, destination, identity, tags, metadata, now, now);
    }

    /**
     * What is wrong with it before it is registered, by field: a destination that money cannot reach there, a name that cannot be seen, or, at a
     * bank, a holder that the method cannot carry.
     *
     * @throws BusinessException an invalid request, if its chain is of the other environment
     */
    public static List<FieldFault> faults(String nickname, Destination destination, Identity identity, Environment environment) {
        var faults = new Faults();
        faults.requireIfGiven(nickname, VisibleText::isVisible, "nickname", VisibleText.REASON);
        identity.names().forEach((field, name) -> faults.requireIfGiven(name, VisibleText::isVisible, field, VisibleText.REASON));
        if (destination instanceof BankAccount bank) {
            faults.requireIfGiven(bank.bankName(), VisibleText::isVisible, "bankName", VisibleText.REASON);
            var holder = identity.holder(nickname);
            faults.require(bank.method().carriesName(holder.text()), holder.field(), bank.method().reasonForNames());
        }
        return Stream.concat(faults.all().stream(), destination.faults(environment).stream()).toList();
    }

    /** @throws BusinessException a validation error, if it has {@link #faults} */
    public static void requireRegistrable(String nickname, Destination destination, Identity identity, Environment environment) {
        var faults = faults(nickname, destination, identity, environment);
        if (!faults.isEmpty()) {
            throw new BusinessException(new ValidationError(faults));
        }
    }

    /**
     * With other notes, or in another state: to be paid, or not for now. An archived one comes back by it. Whom it pays never changes.
     *
     * @param next ACTIVE or INACTIVE
     */
    public Beneficiary change(BeneficiaryStatus next, List<String> tags, Map<String, String> metadata, Instant now) {
        if (status == BeneficiaryStatus.BLOCKED) {
            throw new BusinessException(new Forbidden("The beneficiary is BLOCKED and cannot be changed."));
        }
        return new Beneficiary(
                id, organization, account, reference, nickname, next, destination, identity, tags, metadata, createdAt, later(now));
    }

    /** Each state has a time of its own. */
    private Instant later(Instant now) {
        return now.isAfter(updatedAt) ? now : updatedAt.plusMillis(1);
    }

    /** Takes it out of use. The second time is a conflict. */
    public Beneficiary archive(Instant now) {
        requireNotArchived();
        return new Beneficiary(
                id, organization, account, reference, nickname, BeneficiaryStatus.ARCHIVED, destination, identity, tags, metadata, createdAt, now);
    }

    /** Whose account or address it is. */
    public String holder() {
        return identity.holder(nickname).text();
    }

    /** The reference that no other beneficiary may have. */
    public Optional<Reference> heldReference() {
        return reference.filter(held -> status != BeneficiaryStatus.ARCHIVED);
    }

    /** The address to send to, if this beneficiary has one on that chain. What moves over it, {@link IssuedAsset} says. */
    public CryptoAddress addressOn(ChainName chain) {
        if (!(destination instanceof CryptoAddress crypto)) {
            throw new BusinessException(new InvalidRequest("The beneficiary is " + kind() + "; a crypto payout needs a blockchain address."));
        }
        if (crypto.chain() != chain) {
            throw new BusinessException(new InvalidRequest("The beneficiary is on " + crypto.chain() + ", not on " + chain + "."));
        }
        return crypto;
    }

    /** The bank account to send to, if that asset reaches this beneficiary by that method. */
    public BankAccount accountFor(BankMethod method, Asset asset) {
        if (!(destination instanceof BankAccount bank)) {
            throw new BusinessException(new InvalidRequest("The beneficiary is " + kind() + "; a fiat payout needs a bank account."));
        }
        if (bank.method() != method) {
            throw new BusinessException(new InvalidRequest("The beneficiary is paid by " + bank.method() + ", not by " + method + "."));
        }
        if (!bank.currency().equals(asset)) {
            throw new BusinessException(new InvalidRequest("The beneficiary is paid in " + bank.currency() + ", not in " + asset + "."));
        }
        return bank;
    }

    /** The organization to pay, if this beneficiary is one of the network. */
    public NetworkParty onNetwork() {
        if (!(destination instanceof NetworkParty party)) {
            throw new BusinessException(new InvalidRequest("The beneficiary is " + kind() + "; a transfer needs an organization of the network."));
        }
        return party;
    }

    private String kind() {
        return switch (destination) {
            case CryptoAddress crypto -> "a blockchain address";
            case BankAccount bank -> "a bank account";
            case NetworkParty party -> "an organization of the network";
        };
    }

    /** Only an active beneficiary is paid. */
    public void requirePayable() {
        requireNotArchived();
        if (status != BeneficiaryStatus.ACTIVE) {
            throw new BusinessException(new Forbidden("The beneficiary is " + status + " and cannot be paid."));
        }
    }

    private void requireNotArchived() {
        if (status == BeneficiaryStatus.ARCHIVED) {
            throw new BusinessException(new BeneficiaryAlreadyArchived(id));
        }
    }

    /** The nickname may be a person's name. */
    @Override
    public String toString() {
        return "Beneficiary[" + id + ", " + account + ", " + status + ", " + destination + "]";
    }
}
