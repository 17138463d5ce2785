package dev.corridor.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.anyElementThat;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.ENUMS;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.RECORDS;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.conditions.ArchConditions.haveModifier;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.BE_ANNOTATED_WITH_AN_INJECTION_ANNOTATION;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** The rules of a {@link House}. A rule fails if it matches no class, so that a misspelt package is noticed. */
public final class ArchitectureRules {

    /** {@code javax.crypto} is part of the module {@code java.base}. */
    private static final String[] OF_JAVA_BASE = {"java..", "javax.crypto.."};

    private static final String PIPE = "..http.edge.error..";

    private final House house;

    private ArchitectureRules(House house) {
        this.house = house;
    }

    public static ArchitectureRules of(String rootPackage) {
        return of(House.at(rootPackage));
    }

    public static ArchitectureRules of(House house) {
        return new ArchitectureRules(house);
    }

    /** Every rule except {@link #featuresKeepToTheirLine} and {@link #edgeKnowsNoFeature}, which are told what is allowed. */
    public List<ArchRule> all() {
        return List.of(
                dependenciesPointInwards(),
                theCoreIsPlainJava(),
                featuresAreFreeOfCycles(),
                portsAreInterfaces(),
                domainTypesAreClosed(),
                businessErrorsAreRecords(),
                drivingAdaptersKnowUseCasesOnly(),
                drivenAdaptersKnowPortsOnly(),
                timeAndChanceComeFromOutside(),
                theDomainAsksNoClock(),
                namesSayWhatAThingIs(),
                exceptionsAreSpecific(),
                dependenciesComeThroughTheConstructor(),
                transactionsAreExplicit(),
                errorsTakeOnePipe(),
                moneyIsExact(),
                errorCodesAreTheNamesOfTheErrors());
    }

    public ArchRule dependenciesPointInwards() {
        var inwards = layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer(House.DOMAIN).definedBy(house.allOf(House.DOMAIN))
                .layer(House.APPLICATION).definedBy(house.allOf(House.APPLICATION))
                .layer(House.SERVICE).definedBy(house.allOf(House.SERVICE))
                .whereLayer(House.DOMAIN).mayNotAccessAnyLayer()
                .whereLayer(House.APPLICATION).mayOnlyAccessLayers(House.DOMAIN)
                .whereLayer(House.SERVICE).mayNotBeAccessedByAnyLayer()
                .ensureAllClassesAreContainedInArchitecture();
        for (var adapter : house.adapters()) {
            inwards = inwards
                    .layer(adapter).definedBy(house.allOf(adapter))
                    .whereLayer(adapter).mayOnlyBeAccessedByLayers(House.SERVICE);
        }
        return inwards
                .because("the business outlives every technology around it, and an adapter can only be replaced if no other code depends on it");
    }

    public ArchRule theCoreIsPlainJava() {
        return classes()
                .that(resideInTheCore())
                .should().onlyDependOnClassesThat(resideInAnyPackage(OF_JAVA_BASE).or(resideInTheCore()))
                .because("embedding the core in another program must not require a framework");
    }

    public ArchRule featuresAreFreeOfCycles() {
        return slices()
                .assignedFrom(new Features(house))
                .should().beFreeOfCycles()
                .because("a feature in a dependency cycle cannot be understood, tested or changed alone");
    }

    /** Features of a layer ({@code "domain"}) depend on each other only as the line allows. */
    public ArchRule featuresKeepToTheirLine(String layer, FeatureLine line) {
        return classes()
                .that().resideInAPackage(house.allOf(layer))
                .should(line.keptIn(house.layer(layer)))
                .because("features stay free of cycles only if the allowed dependencies are written down");
    }

    /**
     * The edge of a driving adapter ({@code "http.edge"}) is what all its features share: formats, dialects, filters. It may know the features
     * of the vocabulary, the {@code BusinessError}s that it translates, and the types of their components.
     */
    public ArchRule edgeKnowsNoFeature(String edge, String... vocabulary) {
        var adapter = house.layer(edge.substring(0, edge.indexOf('.')));
        var known = Stream.of(vocabulary)
                .flatMap(feature -> Stream.of(House.DOMAIN, House.APPLICATION).map(layer -> house.layer(layer) + "." + feature + ".."))
                .toArray(String[]::new);
        var features = resideInAnyPackage(house.layer(House.DOMAIN) + ".*..", house.layer(House.APPLICATION) + ".*..", adapter + "..")
                .and(not(resideInAnyPackage(known)))
                .and(not(resideInAPackage(house.allOf(edge))))
                .and(not(assignableTo(simpleName("BusinessError"))))
                .and(not(areComponentsOfBusinessErrors()));
        return noClasses()
                .that().resideInAPackage(house.allOf(edge))
                .should().dependOnClassesThat(features.as("belong to a feature"))
                .because("an edge that knows one feature has to change whenever that feature does");
    }

    /** Values and exceptions of a port may lie beside it. */
    public ArchRule portsAreInterfaces() {
        return classes()
                .that().resideInAPackage(house.ports())
                .and().areTopLevelClasses()
                .should().beInterfaces()
                .orShould().beRecords()
                .orShould().beEnums()
                .orShould().beAssignableTo(Throwable.class)
                .because("a port declares what the application needs; an adapter implements it");
    }

    public ArchRule domainTypesAreClosed() {
        return classes()
                .that().resideInAPackage(house.allOf(House.DOMAIN))
                .and().areNotAnonymousClasses()
                .should().beInterfaces()
                .orShould().beRecords()
                .orShould().beEnums()
                .orShould(haveModifier(FINAL))
                .because("a subclass could break what a value or an aggregate guarantees");
    }

    public ArchRule businessErrorsAreRecords() {
        return classes()
                .that(areBusinessErrors())
                .should().beRecords()
                .because("an error is data: tests compare it, switches are exhaustive over it, and its components are sent to the client");
    }

    public ArchRule drivingAdaptersKnowUseCasesOnly() {
        return noClasses()
                .that().resideInAnyPackage(house.allOf(house.drivingAdapters()))
                .should().dependOnClassesThat(resideInAnyPackage(house.portsAndSharedFeatures()).or(areTheWorkingsOfTheApplication()))
                .because("a controller that bypasses the use case bypasses its checks and its transaction");
    }

    public ArchRule drivenAdaptersKnowPortsOnly() {
        return noClasses()
                .that().resideInAnyPackage(house.allOf(house.drivenAdapters()))
                .should().dependOnClassesThat(resideInAPackage(house.allOf(House.APPLICATION))
                        .and(not(resideInAPackage(house.layer(House.APPLICATION))))
                        .and(not(resideInAnyPackage(house.portsAndSharedFeatures()))))
                .because("business decisions belong to the application, not to an adapter");
    }

    public ArchRule timeAndChanceComeFromOutside() {
        return noClasses()
                .that(resideInTheCore())
                .should().accessTargetWhere(TimeAndChance.IS_TAKEN_FROM_THE_MACHINE)
                .because("code that reads the system clock or random numbers cannot be tested or repeated");
    }

    public ArchRule theDomainAsksNoClock() {
        return noClasses()
                .that().resideInAPackage(house.allOf(House.DOMAIN))
                .should().dependOnClassesThat(belongToAnyOf(Clock.class, InstantSource.class))
                .because("a decision happens at one instant, which is passed in");
    }

    public ArchRule namesSayWhatAThingIs() {
        return noClasses()
                .that().resideInAPackage(house.everything())
                .should().haveNameMatching(".*(Impl|Utils?|Manager|Helper)")
                .because("a name says what a thing is in the business, or by which technology it works");
    }

    public ArchRule exceptionsAreSpecific() {
        return noClasses()
                .that().resideInAPackage(house.everything())
                .should(THROW_GENERIC_EXCEPTIONS)
                .because("a generic exception does not say what went wrong");
    }

    public ArchRule dependenciesComeThroughTheConstructor() {
        return noFields()
                .that().areDeclaredInClassesThat().resideInAPackage(house.everything())
                .should(BE_ANNOTATED_WITH_AN_INJECTION_ANNOTATION)
                .orShould().beAnnotatedWith("io.micronaut.context.annotation.Value")
                .orShould().beAnnotatedWith("io.micronaut.context.annotation.Property")
                .because("an object is complete after its constructor, and a test can call it");
    }

    public ArchRule transactionsAreExplicit() {
        return CompositeArchRule.of(noClasses()
                .that().resideInAPackage(house.everything())
                .should().beMetaAnnotatedWith(named("Transactional")))
                .and(noMethods()
                        .that().areDeclaredInClassesThat().resideInAPackage(house.everything())
                        .should().beMetaAnnotatedWith(named("Transactional")))
                .as("transactions should be explicit")
                .because("where money moves, the code shows where a transaction begins and ends; a proxy can be bypassed");
    }

    public ArchRule errorsTakeOnePipe() {
        return noMethods()
                .that().areDeclaredInClassesThat().resideInAPackage(house.everything())
                .and().areDeclaredInClassesThat().resideOutsideOfPackage(PIPE)
                .should().beAnnotatedWith("io.micronaut.http.annotation.Error")
                .orShould().beAnnotatedWith("org.springframework.web.bind.annotation.ExceptionHandler")
                .because("a method that handles errors beside its controller overrides the one place where every error gets its shape,"
                        + " the package error of the edge");
    }

    public ArchRule moneyIsExact() {
        var inTheHouse = resideInAPackage(house.everything());
        return CompositeArchRule.of(noFields()
                .that().areDeclaredInClassesThat(inTheHouse)
                .should().haveRawType(FloatingPoint.TYPE))
                .and(noMethods()
                        .that().areDeclaredInClassesThat(inTheHouse)
                        .should().haveRawReturnType(FloatingPoint.TYPE))
                .and(noCodeUnits()
                        .that().areDeclaredInClassesThat(inTheHouse)
                        .should().haveRawParameterTypes(anyElementThat(FloatingPoint.TYPE)))
                .and(noClasses()
                        .that(inTheHouse)
                        .should().dependOnClassesThat(belongToAnyOf(Double.class, Float.class))
                        .orShould().accessTargetWhere(FloatingPoint.IS_CONVERTED_TO_OR_FROM_A_DECIMAL))
                .as("money should be exact: no double or float in any declaration, and none made from or into a BigDecimal")
                .because("0.1 + 0.2 is not 0.3");
    }

    public ArchRule errorCodesAreTheNamesOfTheErrors() {
        return classes()
                .that(areBusinessErrors())
                .and().areRecords()
                .should(new CodeOfTheirName())
                .because("clients branch on the code, and developers search the source for it");
    }

    private DescribedPredicate<JavaClass> resideInTheCore() {
        return resideInAnyPackage(house.allOf(House.DOMAIN), house.allOf(House.APPLICATION));
    }

    private DescribedPredicate<JavaClass> areTheWorkingsOfTheApplication() {
        var saysWhatIsOffered = INTERFACES.or(RECORDS).or(ENUMS).or(assignableTo(Throwable.class));
        return resideInAPackage(house.allOf(House.APPLICATION))
                .and(not(saysWhatIsOffered))
                .as("implement the application");
    }

    private DescribedPredicate<JavaClass> areComponentsOfBusinessErrors() {
        return describe("are components of business errors", type -> type.getFieldsWithTypeOfSelf().stream()
                .anyMatch(field -> areBusinessErrors().test(field.getOwner())));
    }

    private DescribedPredicate<JavaClass> areBusinessErrors() {
        return resideInAPackage(house.everything())
                .and(assignableTo(simpleName("BusinessError")))
                .and(not(INTERFACES))
                .as("are business errors");
    }

    private static DescribedPredicate<JavaAnnotation<?>> named(String simpleName) {
        return describe("@" + simpleName, annotation -> annotation.getRawType().getSimpleName().equals(simpleName));
    }
}
