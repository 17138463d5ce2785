package dev.corridor.application.operator;

import dev.corridor.application.operator.port.LoadFigures;
import dev.corridor.application.reconciliation.port.Reconciliations;
import dev.corridor.domain.operator.Backlog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

public final class ReadLoadService implements ReadLoad {

    private final LoadFigures figures;
    private final Reconciliations reconciliations;
    private final List<String> connected;

    /** @param connected the names of the rails */
    public ReadLoadService(LoadFigures figures, Reconciliations reconciliations, List<String> connected) {
        this.figures = figures;
        this.reconciliations = reconciliations;
        this.connected = List.copyOf(connected);
    }

    @Override
    public Result read() {
        var comparisons = reconciliations.newest().stream()
                .map(newest -> new Comparison(newest.rail(), newest.comparedAt(), newest.differences()))
                .toList();
        return new Result(figures.lanes(), withConnected(figures.rails()), figures.outboxes(), comparisons);
    }

    /** A rail that is no longer connected is among them as long as payouts of it are LOCKED. */
    private List<Backlog> withConnected(List<Backlog> busy) {
        var names = busy.stream().map(Backlog::name).collect(Collectors.toSet());
        var all = new ArrayList<>(busy);
        connected.stream().filter(rail -> !names.contains(rail)).forEach(rail -> all.add(new Backlog(rail, 0, Optional.empty())));
        return all;
    }
}
