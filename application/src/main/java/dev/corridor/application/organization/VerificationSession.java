package dev.corridor.application.organization;

/**
 * What an applicant opens in a browser.
 *
 * @param accessToken a secret, which opens this session alone
 */
public record VerificationSession(String url, String accessToken) {

    @Override
    public String toString() {
        return "VerificationSession[…]";
    }
}
