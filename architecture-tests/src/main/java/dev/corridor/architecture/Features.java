package dev.corridor.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** Slices every layer into its features, the packages directly below it. The layer's own package belongs to none. */
record Features(House house) implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
        var inside = house.root() + ".";
        if (!type.getPackageName().startsWith(inside)) {
            return SliceIdentifier.ignore();
        }
        var segments = type.getPackageName().substring(inside.length()).split("\\.");
        return segments.length < 2 ? SliceIdentifier.ignore() : SliceIdentifier.of(segments[0], segments[1]);
    }

    @Override
    public String getDescription() {
        return "features of " + house.root();
    }
}
