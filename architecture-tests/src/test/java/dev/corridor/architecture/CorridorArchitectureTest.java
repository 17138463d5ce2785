package dev.corridor.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.corridor.application.books.Subjects;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.persistence.BatchScope;
import dev.corridor.persistence.Pipeline;

/** Corridor keeps the rules that it publishes. */
@AnalyzeClasses(
        packages = CorridorArchitectureTest.CORRIDOR,
        importOptions = {DoNotIncludeTests.class, HandWrittenClasses.class, CorridorArchitectureTest.WithoutTheRulesThemselves.class})
final class CorridorArchitectureTest {

    static final String CORRIDOR = "dev.corridor";

    static final ArchitectureRules RULES = ArchitectureRules.of(House.at(CORRIDOR)
            .withDrivingAdapters("http", "portal")
            .withDrivenAdapters("memory", "persistence", "bank", "chain", "crypto", "market", "webhook")
            .withSharedFeatures("books", "registry"));

    @ArchTest
    static final ArchRule dependencies_point_inwards = RULES.dependenciesPointInwards();

    @ArchTest
    static final ArchRule the_core_is_plain_java = RULES.theCoreIsPlainJava();

    @ArchTest
    static final ArchRule features_are_free_of_cycles = RULES.featuresAreFreeOfCycles();

    @ArchTest
    static final ArchRule domain_features_keep_to_their_line = RULES.featuresKeepToTheirLine(
            "domain",
            FeatureLine.foundedOn("id", "money", "error", "digest", "text")
                    .feature("closing")
                    .feature("organization")
                    .feature("idempotency", "organization")
                    .feature("audit", "organization")
                    .feature("access", "organization")
                    .feature("reference", "organization")
                    .feature("account", "reference")
                    .feature("journal", "organization")
                    .feature("beneficiary", "account")
                    .feature("market")
                    .feature("quote", "beneficiary", "market")
                    .feature("fee", "organization")
                    .feature("transaction", "quote", "fee")
                    .feature("funding", "transaction")
                    .feature("user", "access")
                    .feature("operator", "user", "transaction")
                    .feature("webhook", "access")
                    .feature("feed", "transaction", "user", "webhook"));

    @ArchTest
    static final ArchRule application_features_keep_to_their_line = RULES.featuresKeepToTheirLine(
            "application",
            FeatureLine.foundedOn("idempotency")
                    .feature("books")
                    .feature("registry")
                    .feature("audit")
                    .feature("maintenance", "audit")
                    .feature("journal")
                    .feature("organization", "registry", "audit")
                    .feature("access", "organization")
                    .feature("account", "organization", "books")
                    .feature("beneficiary", "account")
                    .feature("market")
                    .feature("quote", "beneficiary", "market")
                    .feature("fee", "organization")
                    .feature("transaction", "quote", "access")
                    .feature("funding", "transaction")
                    .feature("reconciliation", "funding")
                    .feature("onboarding", "transaction")
                    .feature("user", "account", "access")
                    .feature("feed", "transaction", "market", "user")
                    .feature("webhook", "feed")
                    .feature("operator", "reconciliation", "user"));

    @ArchTest
    static final ArchRule the_edge_knows_no_feature = RULES.edgeKnowsNoFeature("http.edge", "id", "money", "text", "error", "digest", "idempotency",
            "organization", "access", "journal");

    @ArchTest
    static final ArchRule lanes_know_neither_domain_nor_tables = classes()
            .that().resideInAPackage("dev.corridor.persistence.lane..")
            .should().onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jdbi..", "org.postgresql..", "dev.corridor.persistence.lane..")
                    .or(type(Pipeline.class))
                    .or(type(BatchScope.class)))
            .because("group commit is hard enough to read without the decisions that it commits");

    @ArchTest
    static final ArchRule decisions_for_a_caller_name_the_caller = noClasses()
            .that(DescribedPredicate.<JavaClass>describe(
                    "act for a caller",
                    type -> type.getMethodCallsFromSelf().stream()
                            .anyMatch(call -> call.getName().equals("caller") && call.getTarget().getRawReturnType().isEquivalentTo(Caller.class))))
            .should().callMethodWhere(DescribedPredicate.<JavaMethodCall>describe(
                    "only the organization is named to the books",
                    call -> call.getTargetOwner().isEquivalentTo(Subjects.class)
                            && call.getTarget().getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(OrganizationId.class))))
            .because("the books check at the decision whether the caller may still act");

    @ArchTest
    static final ArchRule ports_are_interfaces = RULES.portsAreInterfaces();

    @ArchTest
    static final ArchRule domain_types_are_closed = RULES.domainTypesAreClosed();

    @ArchTest
    static final ArchRule business_errors_are_records = RULES.businessErrorsAreRecords();

    @ArchTest
    static final ArchRule driving_adapters_know_use_cases_only = RULES.drivingAdaptersKnowUseCasesOnly();

    @ArchTest
    static final ArchRule driven_adapters_know_ports_only = RULES.drivenAdaptersKnowPortsOnly();

    @ArchTest
    static final ArchRule time_and_chance_come_from_outside = RULES.timeAndChanceComeFromOutside();

    @ArchTest
    static final ArchRule the_domain_asks_no_clock = RULES.theDomainAsksNoClock();

    @ArchTest
    static final ArchRule names_say_what_a_thing_is = RULES.namesSayWhatAThingIs();

    @ArchTest
    static final ArchRule exceptions_are_specific = RULES.exceptionsAreSpecific();

    @ArchTest
    static final ArchRule dependencies_come_through_the_constructor = RULES.dependenciesComeThroughTheConstructor();

    @ArchTest
    static final ArchRule transactions_are_explicit = RULES.transactionsAreExplicit();

    @ArchTest
    static final ArchRule errors_take_one_pipe = RULES.errorsTakeOnePipe();

    @ArchTest
    static final ArchRule money_is_exact = RULES.moneyIsExact();

    @ArchTest
    static final ArchRule error_codes_are_the_names_of_the_errors = RULES.errorCodesAreTheNamesOfTheErrors();

    /** This module is about the house, not part of it. */
    static final class WithoutTheRulesThemselves implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("/dev/corridor/architecture/");
        }
    }
}
