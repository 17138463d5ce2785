package dev.corridor.service.settings;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * Where a PostgreSQL is and how to log in.
 *
 * @param url for JDBC; user and password stand beside it, because tools like to print it
 * @param password empty where the server asks for none
 */
public record DatabaseAddress(String url, String user, String password) {

    private static final Pattern URL = Pattern.compile("(?:jdbc:postgresql|postgresql|postgres)://"
            + "(?:(?<user>[^:@/?]*)(?::(?<password>[^@/?]*))?@)?"
            + "(?<hostAndDatabase>[^@/?]+/[^@/?]+)"
            + "(?:[?](?<options>.*))?");

    /**
     * {@code postgres://user:password@host:port/database?option=value}, as hosting providers hand it out, or the same with
     * {@code postgresql://} or {@code jdbc:postgresql://}, where user and password may also stand among the options.
     *
     * @throws IllegalArgumentException whose message does not repeat the text, for the sake of the password
     */
    public static DatabaseAddress parse(String text) {
        var matcher = URL.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("expected postgres://user:password@host:port/database");
        }
        var user = Objects.requireNonNullElse(matcher.group("user"), "");
        var password = Objects.requireNonNullElse(matcher.group("password"), "");
        var otherOptions = new StringJoiner("&", "?", "").setEmptyValue("");
        for (var option : Objects.requireNonNullElse(matcher.group("options"), "").split("&")) {
            if (option.startsWith("user=")) {
                user = option.substring("user=".length());
            } else if (option.startsWith("password=")) {
                password = option.substring("password=".length());
            } else if (!option.isEmpty()) {
                otherOptions.add(option);
            }
        }
        if (user.isEmpty()) {
            throw new IllegalArgumentException("names no user");
        }
        return new DatabaseAddress("jdbc:postgresql://" + matcher.group("hostAndDatabase") + otherOptions, decode(user), decode(password));
    }

    /** Without the password, and without the URL's parameters, which may hold another. */
    @Override
    public String toString() {
        return url.split("[?]", 2)[0] + " as " + user;
    }

    /** A plus sign stands for itself here, as it does in every part of a URL but a form's. */
    private static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a '%' in its user or password is to be written %25");
        }
    }
}
