package dev.corridor.client.model;

import java.util.List;
import java.util.Map;

public final class BankBeneficiaryRequest extends Members<BankBeneficiaryRequest> {

    private BankBeneficiaryRequest(Map<String, Object> values) {
        super(values);
    }

    /** With what is required. */
    public static BankBeneficiaryRequest of(String accountId, String nickname, String bankName, BankMethod method, Asset currency) {
        return new BankBeneficiaryRequest(Map.of())
                .with("accountId", accountId)
                .with("nickname", nickname)
                .with("bankName", bankName)
                .with("method", method)
                .with("currency", currency);
    }

    @Override
    BankBeneficiaryRequest copy(Map<String, Object> values) {
        return new BankBeneficiaryRequest(values);
    }

    public BankBeneficiaryRequest reference(String reference) {
        return with("reference", reference);
    }

    public BankBeneficiaryRequest swiftCode(String swiftCode) {
        return with("swiftCode", swiftCode);
    }

    public BankBeneficiaryRequest accountNumber(String accountNumber) {
        return with("accountNumber", accountNumber);
    }

    public BankBeneficiaryRequest iban(String iban) {
        return with("iban", iban);
    }

    public BankBeneficiaryRequest routingNumber(String routingNumber) {
        return with("routingNumber", routingNumber);
    }

    public BankBeneficiaryRequest bankCountry(String bankCountry) {
        return with("bankCountry", bankCountry);
    }

    public BankBeneficiaryRequest bankAddressLine1(String bankAddressLine1) {
        return with("bankAddressLine1", bankAddressLine1);
    }

    public BankBeneficiaryRequest bankCity(String bankCity) {
        return with("bankCity", bankCity);
    }

    public BankBeneficiaryRequest bankRegion(String bankRegion) {
        return with("bankRegion", bankRegion);
    }

    public BankBeneficiaryRequest bankZipCode(String bankZipCode) {
        return with("bankZipCode", bankZipCode);
    }

    public BankBeneficiaryRequest intermediaryBankName(String intermediaryBankName) {
        return with("intermediaryBankName", intermediaryBankName);
    }

    public BankBeneficiaryRequest intermediarySwiftCode(String intermediarySwiftCode) {
        return with("intermediarySwiftCode", intermediarySwiftCode);
    }

    public BankBeneficiaryRequest intermediaryBankAddress(String intermediaryBankAddress) {
        return with("intermediaryBankAddress", intermediaryBankAddress);
    }

    public BankBeneficiaryRequest label(String label) {
        return with("label", label);
    }

    public BankBeneficiaryRequest entityType(IdentityEntityType entityType) {
        return with("entityType", entityType);
    }

    public BankBeneficiaryRequest email(String email) {
        return with("email", email);
    }

    public BankBeneficiaryRequest phoneNumber(String phoneNumber) {
        return with("phoneNumber", phoneNumber);
    }

    public BankBeneficiaryRequest firstName(String firstName) {
        return with("firstName", firstName);
    }

    public BankBeneficiaryRequest lastName(String lastName) {
        return with("lastName", lastName);
    }

    public BankBeneficiaryRequest legalName(String legalName) {
        return with("legalName", legalName);
    }

    public BankBeneficiaryRequest dateOfBirth(String dateOfBirth) {
        return with("dateOfBirth", dateOfBirth);
    }

    public BankBeneficiaryRequest businessName(String businessName) {
        return with("businessName", businessName);
    }

    public BankBeneficiaryRequest registrationNumber(String registrationNumber) {
        return with("registrationNumber", registrationNumber);
    }

    public BankBeneficiaryRequest addressLine1(String addressLine1) {
        return with("addressLine1", addressLine1);
    }

    public BankBeneficiaryRequest addressLine2(String addressLine2) {
        return with("addressLine2", addressLine2);
    }

    public BankBeneficiaryRequest city(String city) {
        return with("city", city);
    }

    public BankBeneficiaryRequest region(String region) {
        return with("region", region);
    }

    public BankBeneficiaryRequest zipCode(String zipCode) {
        return with("zipCode", zipCode);
    }

    public BankBeneficiaryRequest country(String country) {
        return with("country", country);
    }

    public BankBeneficiaryRequest taxId(String taxId) {
        return with("taxId", taxId);
    }

    public BankBeneficiaryRequest taxIdType(IdentityTaxIdType taxIdType) {
        return with("taxIdType", taxIdType);
    }

    public BankBeneficiaryRequest tags(List<String> tags) {
        return with("tags", tags);
    }

    public BankBeneficiaryRequest metadata(Map<String, String> metadata) {
        return with("metadata", metadata);
    }
}
