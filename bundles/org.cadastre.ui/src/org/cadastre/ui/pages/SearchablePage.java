package org.cadastre.ui.pages;

/** A control with a search field of its own: a page, or a part of one. The command Find goes there while the cursor is in it. */
public interface SearchablePage {

    /** Puts the cursor into the search field. */
    void focusSearch();
}
