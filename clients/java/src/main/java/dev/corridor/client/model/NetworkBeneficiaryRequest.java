package dev.corridor.client.model;

import java.util.List;
import java.util.Map;

public final class NetworkBeneficiaryRequest extends Members<NetworkBeneficiaryRequest> {

    private NetworkBeneficiaryRequest(Map<String, Object> values) {
        super(values);
    }

    /** With what is required. */
    public static NetworkBeneficiaryRequest of(String accountId, String nickname, String targetHandle) {
        return new NetworkBeneficiaryRequest(Map.of())
                .with("accountId", accountId)
                .with("nickname", nickname)
                .with("targetHandle", targetHandle);
    }

    @Override
    NetworkBeneficiaryRequest copy(Map<String, Object> values) {
        return new NetworkBeneficiaryRequest(values);
    }

    public NetworkBeneficiaryRequest reference(String reference) {
        return with("reference", reference);
    }

    public NetworkBeneficiaryRequest label(String label) {
        return with("label", label);
    }

    public NetworkBeneficiaryRequest entityType(IdentityEntityType entityType) {
        return with("entityType", entityType);
    }

    public NetworkBeneficiaryRequest email(String email) {
        return with("email", email);
    }

    public NetworkBeneficiaryRequest phoneNumber(String phoneNumber) {
        return with("phoneNumber", phoneNumber);
    }

    public NetworkBeneficiaryRequest firstName(String firstName) {
        return with("firstName", firstName);
    }

    public NetworkBeneficiaryRequest lastName(String lastName) {
        return with("lastName", lastName);
    }

    public NetworkBeneficiaryRequest legalName(String legalName) {
        return with("legalName", legalName);
    }

    public NetworkBeneficiaryRequest dateOfBirth(String dateOfBirth) {
        return with("dateOfBirth", dateOfBirth);
    }

    public NetworkBeneficiaryRequest businessName(String businessName) {
        return with("businessName", businessName);
    }

    public NetworkBeneficiaryRequest registrationNumber(String registrationNumber) {
        return with("registrationNumber", registrationNumber);
    }

    public NetworkBeneficiaryRequest addressLine1(String addressLine1) {
        return with("addressLine1", addressLine1);
    }

    public NetworkBeneficiaryRequest addressLine2(String addressLine2) {
        return with("addressLine2", addressLine2);
    }

    public NetworkBeneficiaryRequest city(String city) {
        return with("city", city);
    }

    public NetworkBeneficiaryRequest region(String region) {
        return with("region", region);
    }

    public NetworkBeneficiaryRequest zipCode(String zipCode) {
        return with("zipCode", zipCode);
    }

    public NetworkBeneficiaryRequest country(String country) {
        return with("country", country);
    }

    public NetworkBeneficiaryRequest taxId(String taxId) {
        return with("taxId", taxId);
    }

    public NetworkBeneficiaryRequest taxIdType(IdentityTaxIdType taxIdType) {
        return with("taxIdType", taxIdType);
    }

    public NetworkBeneficiaryRequest tags(List<String> tags) {
        return with("tags", tags);
    }

    public NetworkBeneficiaryRequest metadata(Map<String, String> metadata) {
        return with("metadata", metadata);
    }
}
