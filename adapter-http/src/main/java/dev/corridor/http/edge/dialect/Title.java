package dev.corridor.http.edge.dialect;

import dev.corridor.http.edge.problem.ErrorCode;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.ResourceBundle;

/** A code's title in the client's language. Codes and messages are always English. */
record Title(String text, Locale language) {

    private static final ResourceBundle GERMAN = ResourceBundle.getBundle(Title.class.getPackageName() + ".titles", Locale.GERMAN);

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    /** The title in the language preferred by {@code Accept-Language} (RFC 9110, section 12.5.4), if there is one, else in English. */
    static Title of(ErrorCode code, HttpRequest<?> request) {
        var header = request.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE);
        return header != null && Locale.GERMAN.equals(lookUp(header)) && GERMAN.containsKey(code.toString())
                ? new Title(GERMAN.getString(code.toString()), Locale.GERMAN)
                : new Title(code.declaration().title(), Locale.ENGLISH);
    }

    private static Locale lookUp(String header) {
        try {
            return Locale.lookup(LanguageRange.parse(header), LANGUAGES);
        } catch (IllegalArgumentException e) {
            return Locale.ENGLISH;
        }
    }
}
