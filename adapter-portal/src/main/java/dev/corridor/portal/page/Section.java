package dev.corridor.portal.page;

/** An entry of the navigation. */
public enum Section {
    HOME("Home", "/portal"),
    PAYMENTS("Payments", "/portal/payments"),
    ACCOUNTS("Accounts", "/portal/accounts"),
    CONVERT("Convert", "/portal/quotes"),
    BENEFICIARIES("Beneficiaries", "/portal/beneficiaries"),
    FEES("Fees", "/portal/fees"),
    KEYS("API keys", "/portal/keys"),
    WEBHOOKS("Webhooks", "/portal/webhooks"),
    AUDIT("Audit", "/portal/audit"),
    ORGANIZATION("Organization", "/portal/organization"),
    SESSIONS("Sessions", "/portal/sessions"),
    LOOK_UP("Look up", "/portal/look-up");

    private final String title;
    private final String path;

    Section(String title, String path) {
        this.title = title;
        this.path = path;
    }

    public String title() {
        return title;
    }

    public String path() {
        return path;
    }
}
