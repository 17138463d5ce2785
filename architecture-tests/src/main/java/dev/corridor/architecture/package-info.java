/**
 * ArchUnit rules for a layered application: {@code domain <- application <- adapters <- service}. They take the root package as a
 * parameter, so other applications can use them:
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
 * <p>{@link dev.corridor.architecture.House} names the adapters if they are not {@code http} and {@code persistence};
 * {@link dev.corridor.architecture.FeatureLine} declares the allowed dependencies between features. A layer without classes fails,
 * since it is probably misspelt.
 *
 * <p>Surefire 3.5.3 silently runs no {@code @ArchTest} field; 3.5.6 does.
 */
package dev.corridor.architecture;
