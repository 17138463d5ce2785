/**
 * The rules of a house built in layers, as a library: {@code domain <- application <- adapters <- service}. They are ArchUnit rules,
 * parameterised by root package, so that another application can hold itself to them:
 *
 * <pre>{@code
 * @AnalyzeClasses(packages = "com.example.app", importOptions = {DoNotIncludeTests.class, HandWrittenClasses.class})
 * class ArchitectureTest {
 *
 *     static final ArchitectureRules RULES = ArchitectureRules.of("com.example.app");
 *
 *     @ArchTest
 *     static final ArchRule dependencies_point_inwards = RULES.dependenciesPointInwards();
 *
 *     @ArchTest
 *     static void the_house_is_in_order(JavaClasses classes) {
 *         RULES.all().forEach(rule -> rule.check(classes));
 *     }
 * }
 * }</pre>
 *
 * <p>{@link dev.corridor.architecture.House} tells where the layers are when the adapters are not called {@code http} and
 * {@code persistence}; {@link dev.corridor.architecture.FeatureLine} tells which feature may know which. A layer without classes
 * breaks the rules: an empty layer is a misspelt one.
 *
 * <p>Surefire 3.5.3 silently runs no {@code @ArchTest} field; 3.5.6 does.
 */
package dev.corridor.architecture;
