package org.cadastre.ui.internal.parts;

import org.cadastre.ui.internal.texts.Icons;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** What stands at the top of an editor: a title, a line below it, and warnings if need be. */
public class Heading extends Composite {

    public Heading(Composite parent, String title, String remark) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(12, 10).spacing(6, 4).applyTo(this);
        Label titleLabel = line(title, 2);
        titleLabel.setFont(JFaceResources.getHeaderFont());
        Label remarkLabel = line(remark, 2);
        remarkLabel.setForeground(Palette.pale(getDisplay()));
    }

    /** Adds a line with a warning sign. */
    public final void warn(String text) {
        Label sign = new Label(this, SWT.NONE);
        sign.setImage(Icons.image("coverage-failed"));
        line(text, 1);
    }

    private Label line(String text, int columns) {
        Label label = new Label(this, SWT.WRAP);
        label.setText(text.replace("&", "&&"));
        GridDataFactory.fillDefaults().grab(true, false).span(columns, 1).hint(200, SWT.DEFAULT).applyTo(label);
        return label;
    }
}
