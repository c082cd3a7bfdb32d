package org.cadastre.ui.internal.scan;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.cadastre.model.CadastrePackage;
import org.cadastre.model.Purpose;
import org.cadastre.scan.ScanException;
import org.cadastre.scan.TargetList;
import org.cadastre.ui.internal.estates.EstateList;
import org.cadastre.ui.internal.estates.ListedEstate;
import org.cadastre.ui.internal.estates.Places;
import org.cadastre.ui.internal.parts.FormDialog;
import org.cadastre.ui.internal.parts.Names;
import org.cadastre.ui.internal.parts.Services;
import org.cadastre.ui.internal.parts.Work;
import org.cadastre.ui.internal.scan.Occasion.Finish;
import org.cadastre.ui.internal.texts.ModelTexts;
import org.cadastre.ui.internal.texts.Texts;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.osgi.service.prefs.Preferences;

/** Asks for all that a scan needs: into which estate, under which label, which targets, with which credentials. */
final class ScanDialog extends FormDialog {

    private static final List<Purpose> PURPOSES = List.of(Purpose.BEFORE, Purpose.AFTER, Purpose.BASELINE, Purpose.ROUTINE);
    private static final int TARGETS_HEIGHT = 84;

    private final EstateList estates = Services.get(EstateList.class);
    private final Preferences remembered = InstanceScope.INSTANCE.getNode("org.cadastre.ui/scan");
    private final Optional<Path> preferred;
    private final Occasion occasion;
    private Combo estate;
    private Text label;
    private String proposed = "";
    private Combo purpose;
    private Text ticket;
    private Text operator;
    private Button local;
    private Text targets;
    private Label count;
    private CredentialChoice credentials;
    private ScanPlan plan;

    /** @param preferred estate to scan into unless the person chooses another */
    ScanDialog(Shell parent, Optional<Path> preferred, Occasion occasion) {
        super(parent, occasion.title(), occasion.message(), Texts.text("scan.start"));
        this.preferred = preferred;
        this.occasion = occasion;
    }

    @Override
    protected void createFields(Composite parent) {
        estate = estateField(parent);
        purpose = choice(parent, Texts.text("scan.purpose"), PURPOSES.stream()
                .map(one -> ModelTexts.literal(one, CadastrePackage.Literals.SNAPSHOT, "purpose")).toArray(String[]::new));
        label = text(parent, Texts.text("scan.label"));
        ticket = text(parent, Texts.text("scan.ticket"));
        operator = text(parent, Texts.text("scan.operator"));
        label(parent, Texts.text("scan.targets"), SWT.BEGINNING);
        local = new Button(parent, SWT.CHECK);
        local.setText(Texts.text("scan.local"));
        local.addListener(SWT.Selection, event -> check());
        button(parent, Texts.text("scan.targets.last"), this::proposeTargets);
        label(parent, "", SWT.BEGINNING);
        targets = new Text(parent, SWT.MULTI | SWT.BORDER | SWT.V_SCROLL);
        Names.give(targets, Texts.text("scan.targets.hint"));
        targets.addListener(SWT.Modify, event -> check());
        targets.addListener(SWT.Traverse, event -> event.doit |= event.detail == SWT.TRAVERSE_TAB_NEXT
                || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(SWT.DEFAULT, TARGETS_HEIGHT).applyTo(targets);
        label(parent, "", SWT.BEGINNING);
        count = new Label(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(count);
        label(parent, Texts.text("scan.credentials"), SWT.BEGINNING);
        credentials = new CredentialChoice(parent);
        credentials.addListener(SWT.Modify, event -> check());
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(credentials);
        fill();
    }

    private Combo estateField(Composite parent) {
        label(parent, Texts.text("scan.estate"), SWT.CENTER);
        Combo combo = new Combo(parent, SWT.DROP_DOWN);
        combo.setItems(estates.all().stream().map(one -> one.directory().toString()).toArray(String[]::new));
        combo.addListener(SWT.Modify, event -> {
            propose();
            check();
        });
        GridDataFactory.fillDefaults().grab(true, false).hint(320, SWT.DEFAULT).applyTo(combo);
        button(parent, Texts.text("button.browse"), this::browse);
        return combo;
    }

    private void fill() {
        purpose.select(0);
        purpose.addListener(SWT.Selection, event -> propose());
        operator.setText(remembered.get("operator", System.getProperty("user.name", "")));
        ticket.setText(remembered.get("ticket", ""));
        local.setSelection(remembered.getBoolean("local", true));
        targets.setText(remembered.get("targets", ""));
        if (occasion instanceof Finish finish) {
            operator.setText(finish.before().info().operator());
            ticket.setText(finish.before().info().ticket());
            show(finish.scope());
        }
        Optional<Path> first = preferred.or(() -> estates.all().stream().map(ListedEstate::directory).findFirst());
        estate.setText(first.orElseGet(() -> Places.estates().resolve(Texts.text("scan.firstEstate"))).toString());
        proposePurpose();
        propose();
    }

    /** The targets of the newest snapshot of the estate. */
    private void proposeTargets() {
        listed().flatMap(known -> known.snapshots().stream().findFirst()).ifPresent(newest -> Work.of(
                Texts.text("scan.targets.last"), monitor -> Scope.read(estates, newest), this::show, this::setErrorMessage)
                .schedule());
    }

    private void show(Scope scope) {
        if (!targets.isDisposed()) {
            local.setSelection(scope.local());
            targets.setText(scope.targets());
        }
    }

    /** After a "before" comes an "after". */
    private void proposePurpose() {
        boolean open = listed().flatMap(known -> known.snapshots().stream().findFirst())
                .filter(newest -> newest.info().purpose() == Purpose.BEFORE).isPresent();
        purpose.select(PURPOSES.indexOf(occasion.purpose().orElse(open ? Purpose.AFTER : Purpose.BEFORE)));
    }

    /** The label follows the purpose until the person writes another. */
    private void propose() {
        if (label != null && label.getText().equals(proposed)) {
            proposed = Labels.propose(purpose().getName(), labelsInUse());
            label.setText(proposed);
        }
    }

    @Override
    protected String problem() {
        String folder = estate.getText().strip();
        if (folder.isEmpty() || !isEstateOrFree(folder)) {
            return Texts.text("scan.noEstate");
        }
        if (label.getText().isBlank()) {
            return Texts.text("scan.noLabel");
        }
        if (labelsInUse().contains(label.getText().strip())) {
            return Texts.text("scan.labelInUse", label.getText().strip());
        }
        return targetsProblem();
    }

    private String targetsProblem() {
        count.setText(Texts.text("scan.targets.hint"));
        List<String> typed = ScanPlan.targets(local.getSelection(), targets.getText());
        if (typed.isEmpty()) {
            return Texts.text("scan.noTargets");
        }
        try {
            int addresses = TargetList.parse(typed).size();
            count.setText(Texts.text("scan.targets.hint") + "  (" + Texts.text("scan.count", addresses) + ")");
            boolean remote = typed.stream().anyMatch(target -> !target.equals("local"));
            return remote && credentials.chosen().isEmpty() ? Texts.text("scan.noCredential") : "";
        } catch (ScanException noTarget) {
            return Texts.text("scan.badTarget", noTarget.getMessage());
        }
    }

    private boolean isEstateOrFree(String folder) {
        try {
            Path path = Path.of(folder);
            return Places.isFree(folder) || Files.isRegularFile(path.resolve("HEAD"));
        } catch (InvalidPathException noPath) {
            return false;
        }
    }

    @Override
    protected void take() {
        plan = new ScanPlan(Path.of(estate.getText().strip()).toAbsolutePath().normalize(), label.getText().strip(), purpose(),
                ticket.getText().strip(), operator.getText().strip(),
                ScanPlan.targets(local.getSelection(), targets.getText()), credentials.chosen(),
                occasion instanceof Finish finish ? Optional.of(finish.before()) : Optional.empty());
        remembered.put("operator", plan.operator());
        remembered.put("ticket", plan.ticket());
        remembered.putBoolean("local", local.getSelection());
        remembered.put("targets", targets.getText().strip());
    }

    /** What was asked for; after the dialog was accepted. */
    ScanPlan plan() {
        return plan;
    }

    private Purpose purpose() {
        return PURPOSES.get(Math.max(0, purpose.getSelectionIndex()));
    }

    private Optional<ListedEstate> listed() {
        try {
            return estates.find(Path.of(estate.getText().strip()));
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    private Set<String> labelsInUse() {
        return listed().stream().flatMap(known -> known.snapshots().stream()).map(item -> item.info().label())
                .collect(Collectors.toSet());
    }

    private void browse() {
        DirectoryDialog dialog = new DirectoryDialog(getShell(), SWT.SAVE);
        dialog.setMessage(Texts.text("scan.estate"));
        dialog.setFilterPath(estate.getText());
        String chosen = dialog.open();
        if (chosen != null) {
            estate.setText(chosen);
        }
    }
}
