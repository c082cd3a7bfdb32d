package org.cadastre.ui.internal.parts;

/** A part of the window with a search field. */
public interface Searchable {

    /** Puts the cursor into the search field. */
    void focusSearch();
}
