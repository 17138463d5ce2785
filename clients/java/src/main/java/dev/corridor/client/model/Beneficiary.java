package dev.corridor.client.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A beneficiary: one of {@code crypto}, {@code bank} and {@code nxosnet} is present. The account number is never shown.
 *
 * @param reference your own name for it
 */
public record Beneficiary(
        String beneficiaryId,
        String accountId,
        BeneficiaryType type,
        Optional<String> reference,
        String nickname,
        BeneficiaryStatus status,
        Optional<IdentityEntityType> entityType,
        Optional<String> email,
        Optional<String> phoneNumber,
        Optional<String> firstName,
        Optional<String> lastName,
        Optional<String> businessName,
        Optional<String> addressLine1,
        Optional<String> addressLine2,
        Optional<String> city,
        Optional<String> region,
        Optional<String> zipCode,
        Optional<String> country,
        Optional<BeneficiaryCrypto> crypto,
        Optional<BeneficiaryBank> bank,
        Optional<BeneficiaryNetworkParty> nxosnet,
        List<String> tags,
        Map<String, String> metadata,
        Instant createdAt) {

    /** Without what is confidential. */
    @Override
    public String toString() {
        return "Beneficiary[confidential]";
    }
}
