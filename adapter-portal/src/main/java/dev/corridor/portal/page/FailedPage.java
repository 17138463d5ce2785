package dev.corridor.portal.page;

import dev.corridor.portal.PortalSettings;
import jakarta.inject.Singleton;

/** The page in the place of one that failed. It has no navigation: who asks is not known there. */
@Singleton
public final class FailedPage {

    private static final String PORTAL = "/portal";

    private final PortalSettings settings;

    FailedPage(PortalSettings settings) {
        this.settings = settings;
    }

    /** Whether a failure of this request is shown as a page. */
    public boolean isFor(String path) {
        return path.equals(PORTAL) || path.startsWith(PORTAL + "/");
    }

    public byte[] render(Refusal refusal, String requestId) {
        var frame = Frame.ofStranger(refusal.title(), settings.isSandbox());
        return Html.bytesOf(output -> JtefailedGenerated.render(output, null, frame, refusal, requestId));
    }
}
