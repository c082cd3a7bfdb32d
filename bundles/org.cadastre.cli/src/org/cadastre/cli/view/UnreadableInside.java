package org.cadastre.cli.view;

import java.io.IOException;

import org.cadastre.repository.EstateException;

/** Carries an exception of the estate out of the middle of a text. */
final class UnreadableInside extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient EstateException reason;

    UnreadableInside(EstateException reason) {
        super(reason.getMessage());
        this.reason = reason;
    }

    EstateException reason() {
        return reason;
    }
}
