package org.cadastre.ui.internal.application;

import org.cadastre.ui.internal.parts.Commands;
import org.cadastre.ui.internal.parts.Palette;
import org.cadastre.ui.internal.texts.Texts;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IPersistableElement;
import org.eclipse.ui.part.EditorPart;

/** Shown while nothing else is: the way to the first comparison in three steps. */
public final class StartPage extends EditorPart {

    static final String ID = "org.cadastre.ui.start";

    /** There is nothing to choose: all start pages are the same. */
    record Input() implements IEditorInput {

        @Override
        public boolean exists() {
            return false;
        }

        @Override
        public ImageDescriptor getImageDescriptor() {
            return ImageDescriptor.getMissingImageDescriptor();
        }

        @Override
        public String getName() {
            return Texts.text("start.title");
        }

        @Override
        public IPersistableElement getPersistable() {
            return null;
        }

        @Override
        public String getToolTipText() {
            return getName();
        }

        @Override
        public <T> T getAdapter(Class<T> adapter) {
            return null;
        }
    }

    private Composite page;

    @Override
    public void init(IEditorSite site, IEditorInput input) {
        setSite(site);
        setInput(input);
        setPartName(input.getName());
    }

    @Override
    public void createPartControl(Composite parent) {
        page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(36, 30).spacing(0, 6).applyTo(page);
        Label title = line(Texts.text("start.title"), 0);
        title.setFont(JFaceResources.getHeaderFont());
        line(Texts.text("start.text"), 0);
        step("before");
        link("start.scan", "org.cadastre.ui.scan");
        step("after");
        step("compare");
        line("", 0);
        link("start.open", "org.cadastre.ui.openEstate");
    }

    private void step(String name) {
        Label heading = line(Texts.text("start.step." + name), 14);
        heading.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        line(Texts.text("start." + name), 0).setForeground(Palette.pale(page.getDisplay()));
    }

    private Label line(String text, int above) {
        Label label = new Label(page, SWT.WRAP);
        label.setText(text);
        GridDataFactory.fillDefaults().grab(true, false).indent(0, above).hint(300, SWT.DEFAULT).applyTo(label);
        return label;
    }

    private void link(String text, String command) {
        Link link = new Link(page, SWT.NONE);
        link.setText("<a>" + Texts.text(text) + "</a>");
        link.addListener(SWT.Selection, event -> Commands.execute(getSite(), command));
    }

    @Override
    public void setFocus() {
        page.setFocus();
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        // Nothing can be changed here.
    }

    @Override
    public void doSaveAs() {
        // Nothing can be changed here.
    }

    @Override
    public boolean isDirty() {
        return false;
    }

    @Override
    public boolean isSaveAsAllowed() {
        return false;
    }
}
