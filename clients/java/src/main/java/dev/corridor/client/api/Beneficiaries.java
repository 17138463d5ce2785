package dev.corridor.client.api;

import dev.corridor.client.Listing;
import dev.corridor.client.Request;
import dev.corridor.client.Target;
import dev.corridor.client.model.ArchivedBeneficiary;
import dev.corridor.client.model.BankBeneficiaryRequest;
import dev.corridor.client.model.Beneficiary;
import dev.corridor.client.model.BeneficiaryChangeRequest;
import dev.corridor.client.model.CryptoBeneficiaryRequest;
import dev.corridor.client.model.ListBeneficiariesQuery;
import dev.corridor.client.model.NetworkBeneficiaryRequest;
import java.util.List;

public final class Beneficiaries {

    private Beneficiaries() {}

    /** List the beneficiaries of an account, newest first, without archived ones. Requires {@code beneficiaries:read}. */
    public static Listing<Beneficiary> listBeneficiaries(String accountId) {
        return Listing.of("/v1/beneficiaries", Beneficiary.class).query("accountId", accountId);
    }

    /** List the beneficiaries of an account, newest first, without archived ones. Requires {@code beneficiaries:read}. */
    public static Listing<Beneficiary> listBeneficiaries(String accountId, ListBeneficiariesQuery query) {
        return Listing.of("/v1/beneficiaries", Beneficiary.class).query("accountId", accountId).query(query);
    }

    /** Register a bank account as a beneficiary of an account. Requires {@code beneficiaries:write}. */
    public static Request<Beneficiary> registerBankBeneficiary(BankBeneficiaryRequest body) {
        return Request.once("POST", "/v1/beneficiaries/bank", Beneficiary.class).body(body);
    }

    /** Register a blockchain address as a beneficiary of an account. Requires {@code beneficiaries:write}. */
    public static Request<Beneficiary> registerCryptoBeneficiary(CryptoBeneficiaryRequest body) {
        return Request.once("POST", "/v1/beneficiaries/crypto", Beneficiary.class).body(body);
    }

    /** Register another organization of the network, by its handle, as a beneficiary of an account. Requires {@code beneficiaries:write}. */
    public static Request<Beneficiary> registerNetworkBeneficiary(NetworkBeneficiaryRequest body) {
        return Request.once("POST", "/v1/beneficiaries/nxosnet", Beneficiary.class).body(body);
    }

    /** Read a beneficiary, archived or not. Requires {@code beneficiaries:read}. */
    public static Request<Beneficiary> getBeneficiary(String beneficiaryId, String accountId) {
        return Request.of("GET", Target.path("/v1/beneficiaries/{beneficiaryId}", beneficiaryId), Beneficiary.class).query("accountId", accountId);
    }

    /** Archive a beneficiary: it is not listed and not paid, until it is taken up again. Requires {@code beneficiaries:write}. */
    public static Request<ArchivedBeneficiary> archiveBeneficiary(String beneficiaryId, String accountId) {
        return Request.once("DELETE", Target.path("/v1/beneficiaries/{beneficiaryId}", beneficiaryId), ArchivedBeneficiary.class).query("accountId",
                accountId);
    }

    /** Change the notes on a beneficiary, or whether it is paid. Requires {@code beneficiaries:write}. */
    public static Request<Beneficiary> changeBeneficiary(String beneficiaryId, String accountId, BeneficiaryChangeRequest body) {
        return Request.once("PATCH", Target.path("/v1/beneficiaries/{beneficiaryId}", beneficiaryId), Beneficiary.class).query("accountId", accountId)
                .body(body);
    }
}
