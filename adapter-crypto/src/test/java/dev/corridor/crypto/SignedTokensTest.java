package dev.corridor.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.domain.access.Cell;
import dev.corridor.domain.access.UserId;
import dev.corridor.domain.user.SessionId;
import dev.corridor.domain.user.Token;
import dev.corridor.domain.user.TokenId;
import dev.corridor.domain.user.TokenType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class SignedTokensTest {

    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private static final Token TOKEN = Token.issue(
            new TokenId(new UUID(0x7000, 1)),
            new SessionId(new UUID(0x7000, 3)),
            new UserId(new UUID(0x7000, 2)),
            TokenType.REFRESH,
            true,
            Instant.parse("2025-03-15T12:00:00Z"));

    private static final String CLAIMS = """
            {"sub":"user_00000000000070000000000000000002","sid":"sess_00000000000070000000000000000003","type":"refresh","jti":"tok_00000000000070000000000000000001",\
            "iat":1742040000,"exp":1744632000}""";

    private final SignedTokens tokens = new SignedTokens(TokenKey.of(KEY), Optional.empty());

    @Test
    void what_is_signed_is_read_again() {
        assertThat(tokens.verify(tokens.sign(TOKEN))).contains(TOKEN);
    }

    @Test
    void others_can_read_it_and_make_it() throws Exception {
        var parts = tokens.sign(TOKEN).split("\\.");

        assertThat(new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8)).contains("\"alg\":\"HS256\"", "\"typ\":\"JWT\"");
        assertThat(tokens.verify(made("{\"alg\":\"HS256\"}", CLAIMS, KEY, "HmacSHA256"))).contains(TOKEN);
    }

    /** A proxy reads it. */
    @Test
    void a_token_of_a_cell_names_it() {
        var parts = new SignedTokens(TokenKey.of(KEY), Optional.of(new Cell("eu1"))).sign(TOKEN).split("\\.");

        assertThat(new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8)).contains("\"kid\":\"eu1\"");
        assertThat(tokens.sign(TOKEN)).doesNotContain("kid");
    }

    /** First each node learns the new key, then each signs with it, then the old one goes: nobody is logged out. */
    @Test
    void a_key_is_rotated_without_refusing_a_token_in_between() {
        var old = TokenKey.of(KEY).base64();
        var fresh = TokenKey.of("abcdef0123456789abcdef0123456789".getBytes(StandardCharsets.US_ASCII)).base64();
        var knowsBoth = new SignedTokens(new TokenKey(old + "," + fresh), Optional.empty());
        var signsWithTheNew = new SignedTokens(new TokenKey(fresh + "," + old), Optional.empty());
        var done = new SignedTokens(new TokenKey(fresh), Optional.empty());

        assertThat(tokens.verify(knowsBoth.sign(TOKEN))).contains(TOKEN);
        assertThat(knowsBoth.verify(signsWithTheNew.sign(TOKEN))).contains(TOKEN);
        assertThat(signsWithTheNew.verify(tokens.sign(TOKEN))).contains(TOKEN);
        assertThat(done.verify(signsWithTheNew.sign(TOKEN))).contains(TOKEN);
        assertThat(done.verify(tokens.sign(TOKEN))).isEmpty();
    }

    @Test
    void a_flipped_bit_anywhere_is_noticed() {
        var text = tokens.sign(TOKEN);
        for (int i = 0; i < text.length() - 1; i++) {
            char flipped = text.charAt(i) == 'A' ? 'B' : 'A';

            assertThat(tokens.verify(text.substring(0, i) + flipped + text.substring(i + 1))).as("character %s", i).isEmpty();
        }
    }

    @Test
    void no_other_key_and_no_other_algorithm_will_do() throws Exception {
        assertThat(tokens.verify(made("{\"alg\":\"HS256\"}", CLAIMS, "x".repeat(32).getBytes(StandardCharsets.US_ASCII), "HmacSHA256"))).isEmpty();
        assertThat(tokens.verify(made("{\"alg\":\"HS384\"}", CLAIMS, KEY, "HmacSHA384"))).isEmpty();
        assertThat(tokens.verify(made("{\"alg\":\"RS256\"}", CLAIMS, KEY, "HmacSHA256"))).isEmpty();
        assertThat(tokens.verify(made("{\"alg\":\"none\"}", CLAIMS, KEY, "HmacSHA256"))).isEmpty();
        assertThat(tokens.verify(encoded("{\"alg\":\"none\"}") + "." + encoded(CLAIMS) + ".")).isEmpty();
    }

    @Test
    void what_is_no_token_is_none() {
        for (var text : new String[]{"", ".", "..", "a.b.c", "eyJ.eyJ.eyJ", "nxos_sk_test_0123456789abcdef", "é.é.é", "a.".repeat(1_000)}) {
            assertThat(tokens.verify(text)).as(text).isEmpty();
        }
    }

    @Test
    void what_is_rightly_signed_but_not_one_of_our_tokens_is_none() throws Exception {
        for (var claims : new String[]{
            "{}",
            "[]",
            CLAIMS.replace("refresh", "reset"),
            CLAIMS.replace("\"refresh\"", "7"),
            CLAIMS.replace("user_", "org_"),
            CLAIMS.replace("tok_", ""),
            CLAIMS.replace("sess_", ""),
            CLAIMS.replace("\"sid\"", "\"nbf\""),
            CLAIMS.replace("\"exp\":1744632000", "\"exp\":\"soon\""),
            CLAIMS.replace("\"exp\"", "\"nbf\""),
            CLAIMS.replace("\"iat\"", "\"nbf\"")
        }) {
            assertThat(tokens.verify(made("{\"alg\":\"HS256\"}", claims, KEY, "HmacSHA256"))).as(claims).isEmpty();
        }
    }

    @Test
    void a_key_is_long_enough_and_shows_itself_to_nobody() {
        var key = TokenKey.of(KEY);

        assertThat(key).hasToString("…");
        assertThat(new TokenKey(key.base64()).all()).containsExactly(KEY);
        assertThatThrownBy(() -> TokenKey.of(Arrays.copyOf(KEY, 31))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TokenKey("not Base64!")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String made(String header, String claims, byte[] key, String algorithm) throws Exception {
        var mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(key, algorithm));
        var signed = encoded(header) + "." + encoded(claims);
        return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
