package dev.corridor.service.api;

import dev.corridor.service.Await;

/** An organization that acts for others, and what it usually does. */
record Broker(Customer self) {

    static final String ON_BEHALF_OF = "Nxos-On-Behalf-Of";

    private static final String AUTHORIZATIONS = "/v1/authorizations";

    /** Answers the organization, which has not begun its verification. */
    String newCustomer(String name) {
        return self.api().post("/v1/organizations", Body.of("name", name, "type", "BUSINESS")).isOk().text("/organizationId");
    }

    /** Answers the customer as the broker acts for it, verified, and with a letter in effect. */
    Customer newVerifiedCustomer(String name) {
        var organization = newCustomer(name);
        verify(organization);
        return actingFor(organization);
    }

    /** Begins the verification, and waits until the provider has decided it. */
    void verify(String organization) {
        var api = onBehalfOf(organization);
        api.post("/v1/organizations/verification").isOk();
        Await.until("it is decided", () -> !api.get("/v1/organizations/verification").isOk().text("/status").equals("PENDING"));
    }

    ApiClient onBehalfOf(String organization) {
        return self.api().with(ON_BEHALF_OF, organization);
    }

    Customer actingFor(String organization) {
        var api = onBehalfOf(organization);
        return new Customer(api, organization, api.get("/v1/accounts").isOk().text("/data/0/accountId"));
    }

    /** The customer signs a letter with its own key. */
    void isAuthorizedBy(Customer customer) {
        customer.api()
                .post(AUTHORIZATIONS, Body.of("authorizedOrganizationId", self.organization(), "type", "LOA"))
                .isOk();
    }

    Answer revoke(ApiClient by, String granting) {
        return by.post(AUTHORIZATIONS + "/revoke", Body.of(
                "grantingOrganizationId", granting,
                "authorizedOrganizationId", self.organization(),
                "type", "LOA",
                "reason", "They have left."));
    }
}
