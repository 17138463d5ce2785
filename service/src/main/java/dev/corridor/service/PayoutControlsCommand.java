package dev.corridor.service;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.transaction.SetPayoutControls;
import dev.corridor.application.transaction.SetPayoutControlsService;
import dev.corridor.domain.fee.FeeKey;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.transaction.PayoutControls;
import dev.corridor.domain.transaction.PayoutControlsVersion;
import dev.corridor.persistence.organization.PostgresOrganizations;
import dev.corridor.persistence.transaction.PostgresPayoutControlBook;
import dev.corridor.service.database.ServiceDatabase;
import dev.corridor.service.settings.Settings;
import dev.corridor.service.wiring.ClockAndIds;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lists what was decided about the controls of payouts, or decides it, by default or for one organization. A decision replaces the one before it as a
 * whole, and holds for the next payout.
 */
final class PayoutControlsCommand implements Command {

    private static final int LISTED = 50;
    private static final String DEFAULT = "default";
    private static final String NONE = "none";

    private static final String APPROVAL = "approval-above";
    private static final String PAYOUT = "payout";
    private static final String DAY = "day";
    private static final String BENEFICIARY = "beneficiary-day";
    private static final String COOLING_OFF = "cooling-off-hours";

    private static final Set<String> NAMES = Set.of(APPROVAL, PAYOUT, DAY, BENEFICIARY, COOLING_OFF);

    private static final String EXPECTED = "controls are none, or " + APPROVAL + "=AMOUNT," + PAYOUT + "=AMOUNT," + DAY + "=AMOUNT," + BENEFICIARY
            + "=AMOUNT," + COOLING_OFF + "=HOURS, each at most once; amounts are zero or more, hours 1 to "
            + PayoutControls.MAX_COOLING_OFF.toHours();

    @Override
    public String name() {
        return "payout-controls";
    }

    @Override
    public List<String> parameters() {
        return List.of("[SERVICE ASSET CONTROLS REASON [ORG]]");
    }

    @Override
    public boolean takes(int arguments) {
        return arguments == 0 || arguments == 4 || arguments == 5;
    }

    @Override
    public String summary() {
        return "lists what payouts must obey, or sets it: payout-controls fiat-payout EUR approval-above=10000,day=50000 'Board, 3 May'";
    }

    @Override
    public ExitCode run(Settings settings, List<String> arguments, PrintStream output) {
        var decision = arguments.isEmpty() ? Optional.<SetPayoutControls.Command>empty() : Optional.of(read(arguments));
        try (var database = ServiceDatabase.open(settings)) {
            database.migrate();
            var book = new PostgresPayoutControlBook(database.owner(), AssetCatalogue.STANDARD);
            decision.ifPresentOrElse(
                    command -> output.println(line(new SetPayoutControlsService(
                            book, new PostgresOrganizations(database.owner()), new AuditLog(ClockAndIds.ids()), ClockAndIds.clock())
                            .set(command))),
                    () -> book.newest(LISTED).forEach(version -> output.println(line(version))));
            return ExitCode.DONE;
        }
    }

    /** An organization's own controls end with the word "default". */
    private static SetPayoutControls.Command read(List<String> words) {
        var asset = MisuseException.parse(words.get(1), AssetCatalogue.STANDARD::get, "no such asset: " + words.get(1));
        var key = new FeeKey(FeeCommand.service(words.getFirst()), asset);
        var organization = words.size() == 5 ? Optional.of(FeeCommand.organization(words.get(4))) : Optional.<OrganizationId>empty();
        boolean endsOwn = words.get(2).equals(DEFAULT);
        if (endsOwn && organization.isEmpty()) {
            throw new MisuseException("say payout-controls SERVICE ASSET default REASON ORG to end an organization's own controls");
        }
        var controls = endsOwn ? Optional.<PayoutControls>empty() : Optional.of(controls(words.get(2), asset));
        return new SetPayoutControls.Command(organization, key, controls, words.get(3));
    }

    private static PayoutControls controls(String word, Asset asset) {
        return MisuseException.parse(word, text -> controls(text.equals(NONE) ? Map.of() : named(text), asset), EXPECTED);
    }

    private static Map<String, String> named(String text) {
        var values = new LinkedHashMap<String, String>();
        Arrays.stream(text.split(",", -1)).map(pair -> pair.split("=", 2)).forEach(pair -> {
            if (pair.length < 2 || !NAMES.contains(pair[0]) || values.put(pair[0], pair[1]) != null) {
                throw new IllegalArgumentException("no such control");
            }
        });
        return values;
    }

    private static PayoutControls controls(Map<String, String> values, Asset asset) {
        return new PayoutControls(
                bound(values, APPROVAL, asset),
                bound(values, PAYOUT, asset),
                bound(values, DAY, asset),
                bound(values, BENEFICIARY, asset),
                Optional.ofNullable(values.get(COOLING_OFF)).map(hours -> Duration.ofHours(Integer.parseInt(hours))));
    }

    private static Optional<Money> bound(Map<String, String> values, String name, Asset asset) {
        return Optional.ofNullable(values.get(name)).map(amount -> Money.of(amount, asset));
    }

    private static String line(PayoutControlsVersion version) {
        return version.decidedAt() + "  " + version.organization().map(OrganizationId::toString).orElse(DEFAULT) + "  "
                + FeeCommand.word(version.key().service()) + "  " + version.key().asset() + "  "
                + version.controls().map(PayoutControlsCommand::line).orElse("as the default") + "  " + version.decidedBy();
    }

    private static String line(PayoutControls controls) {
        var words = Stream.of(
                controls.approvalAbove().map(bound -> APPROVAL + "=" + bound.decimal()),
                controls.mostPerPayout().map(bound -> PAYOUT + "=" + bound.decimal()),
                controls.mostPerDay().map(bound -> DAY + "=" + bound.decimal()),
                controls.mostPerBeneficiary().map(bound -> BENEFICIARY + "=" + bound.decimal()),
                controls.coolingOff().map(time -> COOLING_OFF + "=" + time.toHours()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(","));
        return words.isEmpty() ? NONE : words;
    }
}
