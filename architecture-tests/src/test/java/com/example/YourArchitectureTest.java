package com.example;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import dev.corridor.architecture.ArchitectureRules;
import dev.corridor.architecture.HandWrittenClasses;

/** The layers are {@code com.example.app.domain}, {@code .application}, {@code .http}, {@code .persistence} and {@code .service}. */
@AnalyzeClasses(packages = "com.example.app", importOptions = HandWrittenClasses.class)
final class YourArchitectureTest {

    private static final ArchitectureRules RULES = ArchitectureRules.of("com.example.app");

    @ArchTest
    static void the_house_is_in_order(JavaClasses classes) {
        RULES.all().forEach(rule -> rule.check(classes));
    }
}
