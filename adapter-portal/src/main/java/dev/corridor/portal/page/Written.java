package dev.corridor.portal.page;

import dev.corridor.domain.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How people read amounts, times and words of the contract. */
public final class Written {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private static final int GROUP = 3;
    private static final int SHOWN_OF_ID = 8;

    private Written() {}

    /** With thousands set apart: {@code 1,000,000.00}. */
    public static String amount(Money money) {
        var decimal = money.decimal();
        int sign = decimal.startsWith("-") ? 1 : 0;
        int point = decimal.indexOf('.');
        var grouped = new StringBuilder(decimal);
        for (int place = (point < 0 ? decimal.length() : point) - GROUP; place > sign; place -= GROUP) {
            grouped.insert(place, ',');
        }
        return sign == 1 ? grouped.replace(0, 1, "\u2212").toString() : grouped.toString();
    }

    /** As {@link #amount}, and a plus before what comes in. */
    public static String change(Money money) {
        return money.isPositive() ? "+" + amount(money) : amount(money);
    }

    /** To the second, in UTC, as the column says. */
    public static String moment(Instant instant) {
        return MOMENT.format(instant);
    }

    /** As programs read it. */
    public static String iso(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** In its largest unit: {@code 45 minutes}. */
    public static String duration(Duration duration) {
        if (duration.toDays() > 0) {
            return counted(duration.toDays(), "day");
        } else if (duration.toHours() > 0) {
            return counted(duration.toHours(), "hour");
        }
        return counted(duration.toMinutes(), "minute");
    }

    private static String counted(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }

    /** An id by its prefix and its end, which tells it from others of the same day. */
    public static String shortened(String id) {
        int end = id.indexOf('_') + 1;
        return id.substring(0, end) + "\u2026" + id.substring(id.length() - SHOWN_OF_ID);
    }

    /** A word of the contract: {@code Crypto payout}. */
    public static String words(Enum<?> constant) {
        var text = constant.name().replace('_', ' ');
        return text.charAt(0) + text.substring(1).toLowerCase(Locale.ROOT);
    }
}
