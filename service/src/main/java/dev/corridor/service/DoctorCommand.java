package dev.corridor.service;

import dev.corridor.service.database.ServiceDatabase;
import dev.corridor.service.doctor.DatabaseExamination;
import dev.corridor.service.doctor.Finding;
import dev.corridor.service.doctor.Finding.Verdict;
import dev.corridor.service.doctor.MachineExamination;
import dev.corridor.service.doctor.RailExamination;
import dev.corridor.service.settings.Settings;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Looks at the whole installation, beside a running service or without one, and changes nothing. */
final class DoctorCommand implements Command {

    @Override
    public String name() {
        return "doctor";
    }

    @Override
    public List<String> parameters() {
        return List.of();
    }

    @Override
    public String summary() {
        return "looks at the whole installation and says what to mend";
    }

    @Override
    public ExitCode run(Settings settings, List<String> arguments, PrintStream output) {
        var findings = new ArrayList<>(new MachineExamination(settings).examine());
        try (var database = ServiceDatabase.attach(settings)) {
            findings.addAll(new DatabaseExamination(database, settings).examine());
        }
        findings.addAll(new RailExamination(settings.rails()).examine());
        findings.forEach(finding -> output.println(finding.line()));
        long toMend = findings.stream().map(Finding::verdict).filter(Verdict.MEND::equals).count();
        output.println(toMend == 0 ? "nothing is to be mended" : toMend + " to be mended");
        return toMend == 0 ? ExitCode.DONE : ExitCode.FAILED;
    }
}
