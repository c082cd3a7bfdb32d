package org.cadastre.ui.internal.application;

import java.util.Set;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.model.application.MApplication;

/**
 * Takes from the platform's window what helps people who arrange tools and puzzles everybody else: the buttons that
 * minimise and maximise parts, and dragging parts to other places. Runs before the window is built.
 */
public final class Decluttering {

    private static final Set<String> ADDONS = Set.of("MinMax Addon", "DnD Addon");

    @Execute
    void execute(MApplication application) {
        application.getAddons().removeIf(addon -> ADDONS.contains(addon.getElementId()));
    }
}
