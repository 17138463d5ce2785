package dev.corridor.crypto;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.corridor.application.user.port.Tokens;
import dev.corridor.domain.access.Cell;
import dev.corridor.domain.access.UserId;
import dev.corridor.domain.user.SessionId;
import dev.corridor.domain.user.Token;
import dev.corridor.domain.user.TokenId;
import dev.corridor.domain.user.TokenType;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/**
 * JSON Web Tokens (RFC 7519), signed with HMAC-SHA256 only. The {@code alg} header is never trusted to choose the algorithm, {@code none}
 * least of all (RFC 8725, section 3.1). The claims are {@code sub} (the user), {@code sid} (the session), {@code type}, {@code jti}, {@code iat} and {@code exp}. The
 * e-mail address is left out, because tokens end up in logs and browsers. Where there are several cells, the header names the one that signs ({@code kid}), so
 * that a proxy leads the token there.
 */
public final class SignedTokens implements Tokens {

    private static final JWSAlgorithm ALGORITHM = JWSAlgorithm.HS256;
    private static final String TYPE = "type";
    private static final String SESSION = "sid";

    /** Bounds the decoding of untrusted text. Our tokens have less than half of it. */
    private static final int MAX_LENGTH = 1_024;

    private final JWSHeader header;
    private final JWSSigner signer;
    private final List<JWSVerifier> verifiers = new ArrayList<>();

    /** @param cell empty where there is one only */
    public SignedTokens(TokenKey key, Optional<Cell> cell) {
        this.header = new JWSHeader.Builder(ALGORITHM).type(JOSEObjectType.JWT).keyID(cell.map(Cell::name).orElse(null)).build();
        try {
            this.signer = new MACSigner(key.all().getFirst());
            for (var one : key.all()) {
                verifiers.add(new MACVerifier(one));
            }
        } catch (JOSEException e) {
            throw new IllegalArgumentException("the key cannot sign tokens", e);
        }
    }

    @Override
    public String sign(Token token) {
        var claims = new JWTClaimsSet.Builder()
                .subject(token.user().toString())
                .claim(SESSION, token.session().toString())
                .claim(TYPE, token.type().toString())
                .jwtID(token.id().toString())
                .issueTime(Date.from(token.issuedAt()))
                .expirationTime(Date.from(token.expiresAt()))
                .build();
        var jwt = new SignedJWT(header, claims);
        try {
            jwt.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("a token cannot be signed", e);
        }
        return jwt.serialize();
    }

    @Override
    public Optional<Token> verify(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            var jwt = SignedJWT.parse(text);
            boolean isOurs = ALGORITHM.equals(jwt.getHeader().getAlgorithm()) && isSignedByUs(jwt);
            return isOurs ? read(jwt.getJWTClaimsSet()) : Optional.empty();
        } catch (ParseException | JOSEException e) {
            return Optional.empty();
        }
    }

    private boolean isSignedByUs(SignedJWT jwt) throws JOSEException {
        for (var verifier : verifiers) {
            if (jwt.verify(verifier)) {
                return true;
            }
        }
        return false;
    }

    /** Checks all claims: another issuer with the same key may have signed a token that is not ours. */
    private static Optional<Token> read(JWTClaimsSet claims) throws ParseException {
        var issuedAt = claims.getIssueTime();
        var expiresAt = claims.getExpirationTime();
        var type = Optional.ofNullable(claims.getStringClaim(TYPE)).flatMap(TokenType::find);
        var session = claims.getStringClaim(SESSION);
        if (type.isEmpty() || session == null || claims.getSubject() == null || claims.getJWTID() == null || issuedAt == null || expiresAt == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Token(
                    TokenId.parse(claims.getJWTID()),
                    SessionId.parse(session),
                    UserId.parse(claims.getSubject()),
                    type.get(),
                    issuedAt.toInstant(),
                    expiresAt.toInstant()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
