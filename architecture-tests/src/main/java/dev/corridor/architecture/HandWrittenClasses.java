package dev.corridor.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.util.regex.Pattern;

/**
 * Leaves out what an annotation processor wrote ({@code $QuoteController$Definition}), for nobody chose how it looks, and what is no
 * class ({@code package-info}), for a layer of mere descriptions is an empty one.
 */
public final class HandWrittenClasses implements ImportOption {

    private static final Pattern NOT_WRITTEN_BY_HAND = Pattern.compile(".*/(\\$[^/]*|package-info)\\.class");

    @Override
    public boolean includes(Location location) {
        return !location.matches(NOT_WRITTEN_BY_HAND);
    }
}
