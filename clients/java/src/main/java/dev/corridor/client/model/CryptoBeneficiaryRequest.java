package dev.corridor.client.model;

import java.util.List;
import java.util.Map;

public final class CryptoBeneficiaryRequest extends Members<CryptoBeneficiaryRequest> {

    private CryptoBeneficiaryRequest(Map<String, Object> values) {
        super(values);
    }

    /** With what is required. */
    public static CryptoBeneficiaryRequest of(String accountId, String nickname, ChainName chainName, String address) {
        return new CryptoBeneficiaryRequest(Map.of())
                .with("accountId", accountId)
                .with("nickname", nickname)
                .with("chainName", chainName)
                .with("address", address);
    }

    @Override
    CryptoBeneficiaryRequest copy(Map<String, Object> values) {
        return new CryptoBeneficiaryRequest(values);
    }

    public CryptoBeneficiaryRequest reference(String reference) {
        return with("reference", reference);
    }

    public CryptoBeneficiaryRequest label(String label) {
        return with("label", label);
    }

    public CryptoBeneficiaryRequest entityType(IdentityEntityType entityType) {
        return with("entityType", entityType);
    }

    public CryptoBeneficiaryRequest email(String email) {
        return with("email", email);
    }

    public CryptoBeneficiaryRequest phoneNumber(String phoneNumber) {
        return with("phoneNumber", phoneNumber);
    }

    public CryptoBeneficiaryRequest firstName(String firstName) {
        return with("firstName", firstName);
    }

    public CryptoBeneficiaryRequest lastName(String lastName) {
        return with("lastName", lastName);
    }

    public CryptoBeneficiaryRequest legalName(String legalName) {
        return with("legalName", legalName);
    }

    public CryptoBeneficiaryRequest dateOfBirth(String dateOfBirth) {
        return with("dateOfBirth", dateOfBirth);
    }

    public CryptoBeneficiaryRequest businessName(String businessName) {
        return with("businessName", businessName);
    }

    public CryptoBeneficiaryRequest registrationNumber(String registrationNumber) {
        return with("registrationNumber", registrationNumber);
    }

    public CryptoBeneficiaryRequest addressLine1(String addressLine1) {
        return with("addressLine1", addressLine1);
    }

    public CryptoBeneficiaryRequest addressLine2(String addressLine2) {
        return with("addressLine2", addressLine2);
    }

    public CryptoBeneficiaryRequest city(String city) {
        return with("city", city);
    }

    public CryptoBeneficiaryRequest region(String region) {
        return with("region", region);
    }

    public CryptoBeneficiaryRequest zipCode(String zipCode) {
        return with("zipCode", zipCode);
    }

    public CryptoBeneficiaryRequest country(String country) {
        return with("country", country);
    }

    public CryptoBeneficiaryRequest taxId(String taxId) {
        return with("taxId", taxId);
    }

    public CryptoBeneficiaryRequest taxIdType(IdentityTaxIdType taxIdType) {
        return with("taxIdType", taxIdType);
    }

    public CryptoBeneficiaryRequest tags(List<String> tags) {
        return with("tags", tags);
    }

    public CryptoBeneficiaryRequest metadata(Map<String, String> metadata) {
        return with("metadata", metadata);
    }
}
