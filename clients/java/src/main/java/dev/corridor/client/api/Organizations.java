package dev.corridor.client.api;

import dev.corridor.client.Listing;
import dev.corridor.client.Request;
import dev.corridor.client.Target;
import dev.corridor.client.model.Authorization;
import dev.corridor.client.model.AuthorizationRequest;
import dev.corridor.client.model.CustomerRequest;
import dev.corridor.client.model.ListAuthorizationsQuery;
import dev.corridor.client.model.NetworkSettings;
import dev.corridor.client.model.NetworkSettingsRequest;
import dev.corridor.client.model.Organization;
import dev.corridor.client.model.RevocationRequest;
import dev.corridor.client.model.ShareTokenRequest;
import dev.corridor.client.model.Verification;
import dev.corridor.client.model.VerificationSession;
import java.util.List;

public final class Organizations {

    private Organizations() {}

    /**
     * List the letters of authorization that your organization grants, and those by which it is authorized, newest first. Requires {@code
     * organization:read}.
     */
    public static Listing<Authorization> listAuthorizations() {
        return Listing.of("/v1/authorizations", Authorization.class);
    }

    /**
     * List the letters of authorization that your organization grants, and those by which it is authorized, newest first. Requires {@code
     * organization:read}.
     */
    public static Listing<Authorization> listAuthorizations(ListAuthorizationsQuery query) {
        return Listing.of("/v1/authorizations", Authorization.class).query(query);
    }

    /**
     * Sign a letter of authorization: another organization may act for yours with Nxos-On-Behalf-Of, as soon as yours is verified. Requires {@code
     * organization:write}.
     */
    public static Request<Authorization> grantAuthorization(AuthorizationRequest body) {
        return Request.once("POST", "/v1/authorizations", Authorization.class).body(body);
    }

    /** Revoke a letter of authorization, of which your organization is either party. Requires {@code organization:write}. */
    public static Request<Authorization> revokeAuthorization(RevocationRequest body) {
        return Request.once("POST", "/v1/authorizations/revoke", Authorization.class).body(body);
    }

    /** Read your organization, or the one that you act for. Requires {@code organization:read}. */
    public static Request<Organization> getOwnOrganization() {
        return Request.of("GET", "/v1/organizations", Organization.class);
    }

    /** Create an organization that is a customer of yours, with a primary account and without a key. Requires {@code organization:write}. */
    public static Request<Organization> createCustomer(CustomerRequest body) {
        return Request.once("POST", "/v1/organizations", Organization.class).body(body);
    }

    /**
     * Change how your organization is known on the network, over which organizations pay each other by handle. Requires {@code organization:write}.
     */
    public static Request<NetworkSettings> changeNetworkSettings(NetworkSettingsRequest body) {
        return Request.once("PATCH", "/v1/organizations/nxosnet", NetworkSettings.class).body(body);
    }

    /** Read how far the verification has got. Requires {@code organization:read}. */
    public static Request<Verification> getVerification() {
        return Request.of("GET", "/v1/organizations/verification", Verification.class);
    }

    /**
     * Open a session in which the organization hands in its documents, and signs the letter of authorization of the organization that created it.
     * Requires {@code organization:write}.
     */
    public static Request<VerificationSession> startVerification() {
        return Request.of("POST", "/v1/organizations/verification", VerificationSession.class);
    }

    /** Take over what the organization has handed in elsewhere, by a token that the provider there has made. Requires {@code organization:write}. */
    public static Request<Verification> importVerification(ShareTokenRequest body) {
        return Request.once("POST", "/v1/organizations/verification/import", Verification.class).body(body);
    }

    /** Read your organization by its id. Requires {@code organization:read}. */
    public static Request<Organization> getOrganization(String organizationId) {
        return Request.of("GET", Target.path("/v1/organizations/{organizationId}", organizationId), Organization.class);
    }
}
