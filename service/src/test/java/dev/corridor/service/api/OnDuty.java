package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import dev.corridor.application.operator.InviteOperator.Invitation;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/** An operator with a device, who logs in to the portal by its forms. */
record OnDuty(World world, String name, String secret) {

    static final String PASSWORD = "Op3rator&Safe";

    private static final Pattern SECRET = Pattern.compile("id=\"secret\">([A-Z2-7]{32})<");
    private static final TimeBasedOneTimePasswordGenerator DEVICE = new TimeBasedOneTimePasswordGenerator();
    private static final Duration STEP = DEVICE.getTimeStep();

    /** Enrols in this browser, which is logged in then. */
    static OnDuty enrol(World world, Invitation invitation, PortalClient portal) throws IOException, InterruptedException {
        var login = portal.submit("/portal/operator/login", "/portal/operator/login", Map.of(
                "name", invitation.name().value(), "password", invitation.first().value(), "code", ""));
        assertThat(login.headers().firstValue("Location")).contains("/portal/operator/enrolment");
        var page = SECRET.matcher(portal.get("/portal/operator/enrolment").body());
        assertThat(page.find()).isTrue();
        var operator = new OnDuty(world, invitation.name().value(), page.group(1));
        var enrolled = portal.submit("/portal/operator/enrolment", "/portal/operator/enrolment", Map.of(
                "code", operator.code(), "password", PASSWORD, "again", PASSWORD));
        assertThat(enrolled.headers().firstValue("Location")).as(enrolled.body()).contains("/portal/operator");
        return operator;
    }

    /** What the device shows now. */
    String code() {
        try {
            var key = new SecretKeySpec(Base32.decode(secret), DEVICE.getAlgorithm());
            return DEVICE.generateOneTimePasswordString(key, world.clock.instant());
        } catch (InvalidKeyException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits for the device to show another code. */
    String nextCode() {
        world.clock.advance(STEP);
        return code();
    }

    HttpResponse<String> logIn(PortalClient portal, String code) throws IOException, InterruptedException {
        return portal.submit("/portal/operator/login", "/portal/operator/login", Map.of("name", name, "password", PASSWORD, "code", code));
    }

    void logIn(Chromium.Window window, String password, String code) {
        window.go("/portal/operator");
        window.fill("Name", name);
        window.fill("Password", password);
        window.fill("Code of your device", code);
        window.press("Log in");
    }
}
