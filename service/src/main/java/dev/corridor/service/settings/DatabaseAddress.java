package dev.corridor.service.settings;

import dev.corridor.persistence.Migrations;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * The address and credentials of a PostgreSQL.
 *
 * @param url for JDBC; without user and password, because tools print it
 * @param password empty if none is needed
 */
public record DatabaseAddress(String url, String user, String password) {

    private static final Pattern URL = Pattern.compile("(?:jdbc:postgresql|postgresql|postgres)://"
            + "(?:(?<user>[^:@/?]*)(?::(?<password>[^@/?]*))?@)?"
            + "(?<hostAndDatabase>[^@/?]+/[^@/?]+)"
            + "(?:[?](?<options>.*))?");

    /**
     * Parses {@code postgres://user:password@host:port/database?option=value}, as hosting providers issue it, also with
     * {@code postgresql://} or {@code jdbc:postgresql://}, where user and password may be options.
     *
     * @throws IllegalArgumentException with a message that omits the text, because of the password
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

    /** Whether the service logs in as the role in which it works, and not as the owner of the tables. */
    public boolean isOfTheServiceRole() {
        return user.equals(Migrations.SERVICE_ROLE);
    }

    /** In the form that {@link #parse} reads. */
    public String toUrl() {
        return url.replaceFirst("^jdbc:postgresql://", "postgres://" + user + ":" + password + "@");
    }

    /** Omits the password and the URL's parameters, which may contain another. */
    @Override
    public String toString() {
        return url.split("[?]", 2)[0] + " as " + user;
    }

    /** A plus sign is literal, as everywhere in a URL except in forms. */
    private static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a '%' in its user or password is to be written %25");
        }
    }
}
