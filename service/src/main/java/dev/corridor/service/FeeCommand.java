package dev.corridor.service;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.fee.SetFeeSchedule;
import dev.corridor.application.fee.SetFeeScheduleService;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.fee.FeeKey;
import dev.corridor.domain.fee.FeeKey.Service;
import dev.corridor.domain.fee.FeeSchedule;
import dev.corridor.domain.fee.FeeScheduleVersion;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.persistence.fee.PostgresFeeSchedules;
import dev.corridor.persistence.organization.PostgresOrganizations;
import dev.corridor.service.database.ServiceDatabase;
import dev.corridor.service.settings.Settings;
import dev.corridor.service.wiring.ClockAndIds;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lists what was decided about the fees of payouts, or decides it, by default or for one organization. It holds for the next payout. */
final class FeeCommand implements Command {

    private static final int LISTED = 50;
    private static final String DEFAULT = "default";

    @Override
    public String name() {
        return "fee";
    }

    @Override
    public List<String> parameters() {
        return List.of("[SERVICE ASSET FIXED BPS REASON [ORG]]");
    }

    @Override
    public boolean takes(int arguments) {
        return arguments == 0 || arguments == 5 || arguments == 6;
    }

    @Override
    public String summary() {
        return "lists the fees of payouts, or sets one: fee crypto-payout USDC 1.00 5 'Board, 3 May'";
    }

    @Override
    public ExitCode run(Settings settings, List<String> arguments, PrintStream output) {
        var decision = arguments.isEmpty() ? Optional.<SetFeeSchedule.Command>empty() : Optional.of(read(arguments));
        try (var database = ServiceDatabase.open(settings)) {
            database.migrate();
            var schedules = new PostgresFeeSchedules(database.owner(), AssetCatalogue.STANDARD);
            decision.ifPresentOrElse(
                    command -> output.println(line(new SetFeeScheduleService(
                            schedules, new PostgresOrganizations(database.owner()), new AuditLog(ClockAndIds.ids()), ClockAndIds.clock())
                            .set(command))),
                    () -> schedules.newest(LISTED).forEach(version -> output.println(line(version))));
            return ExitCode.DONE;
        }
    }

    /** An organization's own price ends with the word "default" in place of the two numbers. */
    private static SetFeeSchedule.Command read(List<String> words) {
        var asset = MisuseException.parse(words.get(1), AssetCatalogue.STANDARD::get, "no such asset: " + words.get(1));
        var key = new FeeKey(service(words.getFirst()), asset);
        if (words.get(2).equals(DEFAULT)) {
            requireWords(words, 5, "say fee SERVICE ASSET default REASON ORG to end an organization's own price");
            return new SetFeeSchedule.Command(
                    new Operator(), Optional.of(organization(words.get(4))), key, Optional.empty(), words.get(3), Origin.CONSOLE);
        }
        var organization = words.size() == 6 ? Optional.of(organization(words.get(5))) : Optional.<OrganizationId>empty();
        return new SetFeeSchedule.Command(
                new Operator(), organization, key, Optional.of(schedule(words.get(2), words.get(3), asset)), words.get(4), Origin.CONSOLE);
    }

    private static void requireWords(List<String> words, int number, String otherwise) {
        if (words.size() != number) {
            throw new MisuseException(otherwise);
        }
    }

    static Service service(String word) {
        return MisuseException.parse(
                word, text -> Service.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_')), "a service is crypto-payout or fiat-payout");
    }

    private static FeeSchedule schedule(String fixed, String basisPoints, Asset asset) {
        var expected = "a price is an amount of " + asset + ", zero or more, and 0 to " + FeeSchedule.MAX_BASIS_POINTS + " basis points";
        return MisuseException.parse(
                basisPoints, text -> new FeeSchedule(Money.of(fixed, asset), Integer.parseInt(text)), expected);
    }

    static OrganizationId organization(String word) {
        return MisuseException.parse(word, OrganizationId::parse, "an organization's id is org_ and 32 lower-case hex digits");
    }

    static String word(Service service) {
        return service.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String line(FeeScheduleVersion version) {
        var price = version.schedule().map(schedule -> schedule.fixed() + " and " + schedule.basisPoints() + " bps").orElse("as the default");
        return version.decidedAt() + "  " + version.organization().map(OrganizationId::toString).orElse(DEFAULT) + "  "
                + word(version.key().service()) + "  " + version.key().asset() + "  " + price + "  "
                + version.decidedBy();
    }
}
