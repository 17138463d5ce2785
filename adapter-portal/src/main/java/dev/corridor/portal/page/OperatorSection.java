package dev.corridor.portal.page;

/** An entry of the operators' navigation. */
public enum OperatorSection {
    OPERATION("Operation", "/portal/operator"),
    ORGANIZATIONS("Organizations", "/portal/operator/organizations"),
    FEES("Fees", "/portal/operator/fees"),
    SUSPENDED("Suspended", "/portal/operator/suspended"),
    SUSPENSE("Suspense", "/portal/operator/suspense"),
    RECORDS("Operators", "/portal/operator/records");

    private final String title;
    private final String path;

    OperatorSection(String title, String path) {
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
