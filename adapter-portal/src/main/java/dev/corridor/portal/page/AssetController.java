package dev.corridor.portal.page;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.NotFound;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;

@Controller(Asset.PATH)
final class AssetController {

    @Get("/{digest}/{name}")
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> asset(String digest, String name) {
        var asset = Asset.find(digest, name).orElseThrow(() -> new BusinessException(new NotFound("Page")));
        return HttpResponse.ok(asset.content())
                .contentType(asset.type())
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
    }
}
