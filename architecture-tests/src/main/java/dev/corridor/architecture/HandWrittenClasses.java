package dev.corridor.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.util.regex.Pattern;

/**
 * Excludes generated classes ({@code $QuoteController$Definition}), whose shape is not ours, and {@code package-info}, so that a layer
 * without real classes counts as empty.
 */
public final class HandWrittenClasses implements ImportOption {

    private static final Pattern NOT_WRITTEN_BY_HAND = Pattern.compile(".*/(\\$[^/]*|package-info)\\.class");

    @Override
    public boolean includes(Location location) {
        return !location.matches(NOT_WRITTEN_BY_HAND);
    }
}
