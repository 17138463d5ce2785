package dev.corridor.domain.beneficiary;

import dev.corridor.domain.text.Check;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An international bank account number in its electronic form (ISO 13616): the country, two check digits, and the account in the country's own
 * structure. No blanks, upper case.
 *
 * <p>Source of the structures: the IBAN Registry that SWIFT publishes for ISO, release 99: {@code 4a6n8n} is four upper-case letters, six
 * digits and eight digits; {@code c} is a digit or an upper-case letter.
 */
public final class Iban implements Check<String> {

    private static final int COUNTRY = 2;
    private static final int PREFIX = 4;
    private static final int MODULUS = 97;

    /** Of all countries: an account has 11 to 30 characters. */
    private static final Pattern FORM = Pattern.compile("[A-Z]{2}[0-9]{2}[0-9A-Z]{11,30}");

    private static final Map<String, Pattern> ACCOUNT_BY_COUNTRY = """
            AD 4n4n12c, AE 3n16n, AL 8n16c, AT 5n11n, AZ 4a20c, BA 3n3n8n2n, BE 3n7n2n, BG 4a4n2n8c, BH 4a14c, BI 5n5n11n2n, BR 8n5n10n1a1c,
            BY 4c4n16c, CH 5n12c, CR 4n14n, CY 3n5n16c, CZ 4n6n10n, DE 8n10n, DJ 5n5n11n2n, DK 4n9n1n, DO 4c20n, EE 2n14n, EG 4n4n17n,
            ES 4n4n1n1n10n, FI 3n11n, FK 2a12n, FO 4n9n1n, FR 5n5n11c2n, GB 4a6n8n, GE 2a16n, GI 4a15c, GL 4n9n1n, GR 3n4n16c, GT 4c20c,
            HN 4a20n, HR 7n10n, HU 3n4n1n15n1n, IE 4a6n8n, IL 3n3n13n, IQ 4a3n12n, IS 4n2n6n10n, IT 1a5n5n12c, JO 4a4n18c, KW 4a22c,
            KZ 3n13c, LB 4n20c, LC 4a24c, LI 5n12c, LT 5n11n, LU 3n13c, LV 4a13c, LY 3n3n15n, MC 5n5n11c2n, MD 2c18c, ME 3n13n2n,
            MK 3n10c2n, MN 4n12n, MR 5n5n11n2n, MT 4a5n18c, MU 4a2n2n12n3n3a, NI 4a20n, NL 4a10n, NO 4n6n1n, OM 3n16c, PK 4a16c, PL 8n16n,
            PS 4a21c, PT 4n4n11n2n, QA 4a21c, RO 4a16c, RS 3n13n2n, RU 9n5n15c, SA 2n18c, SC 4a2n2n16n3a, SD 2n12n, SE 3n16n1n, SI 5n8n2n,
            SK 4n6n10n, SM 1a5n5n12c, SO 4n3n12n, ST 8n11n2n, SV 4a20n, TL 3n14n2n, TN 2n3n13n2n, TR 5n1n16c, UA 6n19c, VA 3n15n, VG 4a16n,
            XK 4n10n2n, YE 4a4n18c
            """
            .lines()
            .flatMap(line -> Pattern.compile(",\\s*").splitAsStream(line))
            .map(entry -> entry.split(" "))
            .collect(Collectors.toUnmodifiableMap(entry -> entry[0], entry -> accountPattern(entry[1])));

    public Iban() {}

    @Override
    public boolean accepts(String text) {
        return hasForm(text) && text.substring(COUNTRY, PREFIX).equals(checkDigits(text));
    }

    @Override
    public String reason() {
        return "must be an IBAN without blanks, with the right check digits";
    }

    @Override
    public Optional<Pattern> form() {
        return Optional.of(FORM);
    }

    /** The country, or group of countries, whose structure it has. */
    static String countryOf(String iban) {
        return iban.substring(0, COUNTRY);
    }

    private static boolean hasForm(String text) {
        if (text.length() <= PREFIX) {
            return false;
        }
        var account = ACCOUNT_BY_COUNTRY.get(countryOf(text));
        return account != null && account.matcher(text.substring(PREFIX)).matches();
    }

    /** ISO 7064, MOD 97-10: always 02 to 98, so 00, 01 and 99 are wrong even where the remainder would be right. */
    private static String checkDigits(String text) {
        int remainder = 0;
        for (char symbol : (text.substring(PREFIX) + countryOf(text) + "00").toCharArray()) {
            int value = Character.digit(symbol, Character.MAX_RADIX);
            remainder = (remainder * (value < 10 ? 10 : 100) + value) % MODULUS;
        }
        int digits = MODULUS + 1 - remainder;
        return (digits < 10 ? "0" : "") + digits;
    }

    private static Pattern accountPattern(String structure) {
        return Pattern.compile(structure
                .replaceAll("(\\d+)n", "[0-9]{$1}")
                .replaceAll("(\\d+)a", "[A-Z]{$1}")
                .replaceAll("(\\d+)c", "[0-9A-Z]{$1}"));
    }
}
