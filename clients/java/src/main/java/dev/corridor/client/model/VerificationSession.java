package dev.corridor.client.model;

/**
 * A session of a verification.
 *
 * @param url what the applicant opens in a browser
 * @param accessToken opens this session alone; shown only once
 */
public record VerificationSession(String url, String accessToken) {

    /** Without what is confidential. */
    @Override
    public String toString() {
        return "VerificationSession[confidential]";
    }
}
