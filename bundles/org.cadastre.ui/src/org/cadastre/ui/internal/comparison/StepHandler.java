package org.cadastre.ui.internal.comparison;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.ui.handlers.HandlerUtil;

/** Goes to the next or the previous change; which, stands behind the class's name in plugin.xml. */
public final class StepHandler extends AbstractHandler implements IExecutableExtension {

    private int step = 1;

    @Override
    public void setInitializationData(IConfigurationElement element, String property, Object data) {
        step = "previous".equals(data) ? -1 : 1;
    }

    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActivePart(event) instanceof ComparisonEditor editor) {
            editor.step(step);
        }
        return null;
    }
}
