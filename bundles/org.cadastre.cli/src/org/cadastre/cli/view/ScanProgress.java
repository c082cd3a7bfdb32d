package org.cadastre.cli.view;

import java.util.LinkedHashSet;
import java.util.Set;

import org.cadastre.cli.Messages;
import org.cadastre.cli.terminal.Terminal;
import org.cadastre.model.TargetOutcome;
import org.cadastre.scan.ScanListener;
import org.cadastre.scan.ScanResult;

/** Shows how far a scan is. Targets that were not read get a line each as it happens, in a pipe too. */
public final class ScanProgress implements ScanListener {

    private final Terminal terminal;
    private final Set<String> underWay = new LinkedHashSet<>();
    private int total;
    private int done;
    private int failed;

    public ScanProgress(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void targetsKnown(int count) {
        total = count;
        show();
    }

    @Override
    public void targetStarted(String target) {
        underWay.add(target);
        show();
    }

    @Override
    public void targetFinished(TargetOutcome outcome) {
        underWay.remove(outcome.getTarget());
        done++;
        if (ScanResult.isFailure(outcome)) {
            failed++;
            terminal.note(outcome.getTarget() + ": " + outcome.getMessage());
        }
        show();
    }

    private void show() {
        terminal.progress(Messages.text("scan.progress", done, total, failed, String.join(", ", underWay)));
    }
}
