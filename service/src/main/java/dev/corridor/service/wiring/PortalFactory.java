package dev.corridor.service.wiring;

import dev.corridor.http.edge.dialect.FailurePages;
import dev.corridor.http.edge.dialect.FailurePages.FailurePage;
import dev.corridor.http.edge.problem.Problem;
import dev.corridor.http.edge.request.RequestId;
import dev.corridor.portal.PortalSettings;
import dev.corridor.portal.page.FailedPage;
import dev.corridor.portal.page.Html;
import dev.corridor.portal.page.Refusal;
import dev.corridor.service.settings.Settings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The portal beside the API: both take failures from one pipe, and each shows them in its own way. */
@Factory
final class PortalFactory {

    @Singleton
    PortalSettings portalSettings(Settings settings) {
        return new PortalSettings(settings.environment());
    }

    @Singleton
    FailurePages failurePages(FailedPage page) {
        return (problem, request) -> page.isFor(request.getPath())
                ? Optional.of(new FailurePage(Html.HEADERS, page.render(refusalOf(problem), RequestId.of(request).value())))
                : Optional.empty();
    }

    private static Refusal refusalOf(Problem problem) {
        var declared = problem.code().declaration();
        return new Refusal(problem.code().toString(), declared.title(), problem.message(), problem.consequence(), declared.advice());
    }
}
