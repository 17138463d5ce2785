package dev.corridor.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests each rule on two small applications: one breaks it, the other keeps it although it comes close. */
final class CanaryTest {

    private static final String ORDERLY = "dev.corridor.architecture.canary.orderly";
    private static final String DISORDERLY = "dev.corridor.architecture.canary.disorderly";

    private static final JavaClasses ORDERLY_CLASSES = importedFrom(ORDERLY);
    private static final JavaClasses DISORDERLY_CLASSES = importedFrom(DISORDERLY);

    private static final ArchitectureRules ORDERLY_RULES = ArchitectureRules.of(House.at(ORDERLY).withSharedFeatures("books"));
    private static final ArchitectureRules DISORDERLY_RULES = ArchitectureRules.of(House.at(DISORDERLY)
            .withDrivenAdapters("persistence", "chain")
            .withSharedFeatures("books"));

    private static Stream<Arguments> rulesAndWhatBreaksThem() {
        var rules = DISORDERLY_RULES;
        return Stream.of(
                arguments(rules.dependenciesPointInwards(), List.of("Outward", "AdapterThatKnowsAnother", "OutsideEveryLayer")),
                arguments(rules.theCoreIsPlainJava(), List.of("Framed", "Outward")),
                arguments(rules.featuresAreFreeOfCycles(), List.of("AccountThatKnowsItsQuote", "QuoteOfAnAccount")),
                arguments(rules.portsAreInterfaces(), List.of("ConcretePort")),
                arguments(rules.domainTypesAreClosed(), List.of("Open")),
                arguments(rules.businessErrorsAreRecords(), List.of("ErrorThatIsNoRecord")),
                arguments(
                        rules.drivingAdaptersKnowUseCasesOnly(),
                        List.of("ControllerThatTouchesAPort", "ControllerThatTouchesAService", "ControllerThatTouchesTheBooks")),
                arguments(rules.drivenAdaptersKnowPortsOnly(), List.of("AdapterThatCallsAUseCase")),
                arguments(
                        rules.timeAndChanceComeFromOutside(),
                        List.of("Timely.called", "Timely.referred", "Timely.drawn", "Timely.thrown", "Timely.counted")),
                arguments(rules.theDomainAsksNoClock(), List.of("Timely.asked")),
                arguments(rules.namesSayWhatAThingIs(), List.of("QuotesImpl", "SqlUtils")),
                arguments(rules.exceptionsAreSpecific(), List.of("Vague.fail()", "Vague.failLater()")),
                arguments(rules.dependenciesComeThroughTheConstructor(), List.of("Injected.dependency", "Injected.setting")),
                arguments(rules.transactionsAreExplicit(), List.of("TransactionalMethod.save()", "TransactionalClass")),
                arguments(rules.errorsTakeOnePipe(), List.of("ControllerWithItsOwnErrors.failed()")),
                arguments(
                        rules.moneyIsExact(),
                        List.of("Imprecise.amount", "Imprecise.<init>", "Imprecise.history", "Imprecise.of", "Imprecise.rates")),
                arguments(
                        rules.errorCodesAreTheNamesOfTheErrors(),
                        List.of("ErrorOfAnotherName", "ErrorWithAChangingCode", "AmbiguousError")));
    }

    @ParameterizedTest
    @MethodSource("rulesAndWhatBreaksThem")
    void a_rule_finds_what_breaks_it_and_nothing_else(ArchRule rule, List<String> culprits) {
        var findings = rule.evaluate(DISORDERLY_CLASSES).getFailureReport().getDetails();

        assertThat(culprits).allSatisfy(culprit -> assertThat(findings).anyMatch(finding -> finding.contains(culprit)));
        assertThat(findings).allSatisfy(finding -> assertThat(culprits).anyMatch(finding::contains));
    }

    @Test
    void every_rule_has_its_canary() {
        var proved = rulesAndWhatBreaksThem().map(row -> ((ArchRule) row.get()[0]).getDescription());

        assertThat(proved).containsExactlyElementsOf(descriptionsOf(DISORDERLY_RULES.all()));
    }

    private static List<ArchRule> rulesOfTheOrderlyHouse() {
        return ORDERLY_RULES.all();
    }

    @ParameterizedTest
    @MethodSource("rulesOfTheOrderlyHouse")
    void an_orderly_house_breaks_no_rule(ArchRule rule) {
        rule.check(ORDERLY_CLASSES);
    }

    private static List<ArchRule> rulesOfAHouseThatIsNotThere() {
        return ArchitectureRules.of("dev.corridor.architecture.canary.misspelt").all();
    }

    @ParameterizedTest
    @MethodSource("rulesOfAHouseThatIsNotThere")
    void a_rule_without_anything_to_check_is_broken(ArchRule rule) {
        assertThatThrownBy(() -> rule.check(ORDERLY_CLASSES)).isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @MethodSource("rulesOfTheOrderlyHouse")
    void every_rule_says_why(ArchRule rule) {
        assertThat(rule.getDescription()).contains(", because ");
    }

    private static JavaClasses importedFrom(String house) {
        return new ClassFileImporter().withImportOption(new HandWrittenClasses()).importPackages(house);
    }

    private static List<String> descriptionsOf(List<ArchRule> rules) {
        return rules.stream().map(ArchRule::getDescription).toList();
    }
}
