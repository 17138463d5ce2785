package dev.corridor.domain.access;

import dev.corridor.domain.digest.Sha256;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.Supplier;

/**
 * The signature of a request, and all that it may cover.
 *
 * @param signature as it was sent
 * @param method of the request line; a HEAD counts as the GET that it stands for
 * @param target of the request line, with its escapes
 * @param idempotencyKey the header as it was sent; empty if there is none
 * @param onBehalfOf the header {@code Nxos-On-Behalf-Of} as it was sent; empty if there is none
 * @param isForm whether the body is URL-encoded
 * @param body its bytes, unpacked if it was sent packed. They are read lazily, only after all cheaper checks have passed.
 */
public record SignedRequest(
        Nonce nonce, String signature, String method, String target, String idempotencyKey, String onBehalfOf, boolean isForm,
        Supplier<byte[]> body) {

    public boolean isSignedWith(SigningSecret secret, SignatureFormat format, String presentedKey) {
        var message = switch (format) {
            case NEXPAY -> nexpayMessage(presentedKey);
            case CORRIDOR -> corridorMessage(presentedKey);
        };
        return secret.hasSigned(message, signature);
    }

    /** Format: {@code apikey & nonce path [? query] [? body]}, query and form URL-decoded. Source: the Nexpay contract. */
    private String nexpayMessage(String presentedKey) {
        int mark = target.indexOf('?');
        var meant = mark < 0 ? target : target.substring(0, mark + 1) + decoded(target.substring(mark + 1));
        var text = new String(body.get(), StandardCharsets.UTF_8);
        return presentedKey + "&" + nonce + meant + (text.isEmpty() ? "" : "?" + (isForm ? decoded(text) : text));
    }

    /** No part can contain a line feed, so the text has one meaning only. */
    private String corridorMessage(String presentedKey) {
        var digest = HexFormat.of().formatHex(Sha256.of(body.get()));
        var text = String.join("\n", presentedKey, nonce.toString(), method, target, idempotencyKey, digest);
        return onBehalfOf.isEmpty() ? text : text + "\n" + onBehalfOf;
    }

    /** Text that cannot be decoded is returned as is; its signature will not match. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** Keeps query and body out of logs. */
    @Override
    public String toString() {
        return "SignedRequest[" + nonce + "]";
    }
}
