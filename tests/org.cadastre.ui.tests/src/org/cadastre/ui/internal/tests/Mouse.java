package org.cadastre.ui.internal.tests;

import org.eclipse.swt.graphics.Point;

/** Moves and clicks the mouse as a person does: events of the display's server, sent by xdotool. */
final class Mouse {

    private Mouse() {
    }

    /** @param place on the display */
    static void click(Point place) throws Exception {
        Keys.run("mousemove", "--sync", Integer.toString(place.x), Integer.toString(place.y));
        Keys.run("click", "1");
    }
}
