package dev.corridor.domain.beneficiary;

import dev.corridor.domain.text.Check;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Countries by their two upper-case letters (ISO 3166-1 alpha-2), as banks use them. */
public final class Country implements Check<String> {

    /** Kosovo has no code in ISO 3166; banks use this one, and so does the IBAN Registry. */
    private static final String KOSOVO = "XK";

    private static final Pattern FORM = Pattern.compile("[A-Z]{2}");

    private static final Set<String> COUNTRIES = Stream.concat(Stream.of(Locale.getISOCountries()), Stream.of(KOSOVO))
            .collect(Collectors.toUnmodifiableSet());

    /** Territories with a country code of their own whose accounts have another's IBAN. Source: the IBAN Registry, "other territories". */
    private static final Map<String, Set<String>> TERRITORIES = Map.of(
            "FI", Set.of("AX"),
            "FR", Set.of("BL", "GF", "GP", "MF", "MQ", "NC", "PF", "PM", "RE", "TF", "WF", "YT"),
            "GB", Set.of("GG", "IM", "JE"));

    /**
     * Source: the European Payments Council's list of the SEPA schemes' countries and territories (EPC409-09), with their territories. The
     * Pacific territories of France are not among them, nor are the Faroe Islands and Greenland.
     */
    private static final Set<String> SEPA = Set.of(
            "AD", "AL", "AT", "AX", "BE", "BG", "BL", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GF", "GG", "GI", "GP", "GR",
            "HR", "HU", "IE", "IM", "IS", "IT", "JE", "LI", "LT", "LU", "LV", "MC", "MD", "ME", "MF", "MK", "MQ", "MT", "NL", "NO", "PL", "PM",
            "PT", "RE", "RO", "RS", "SE", "SI", "SK", "SM", "VA", "YT");

    public Country() {}

    @Override
    public boolean accepts(String text) {
        return COUNTRIES.contains(text);
    }

    @Override
    public String reason() {
        return "must be a country code of two upper-case letters (ISO 3166)";
    }

    @Override
    public Optional<Pattern> form() {
        return Optional.of(FORM);
    }

    static boolean isInSepa(String country) {
        return SEPA.contains(country);
    }

    /** Whether a bank there has accounts whose IBAN begins like that. */
    static boolean usesIbanOf(String country, String ibanCountry) {
        return country.equals(ibanCountry) || TERRITORIES.getOrDefault(ibanCountry, Set.of()).contains(country);
    }
}
