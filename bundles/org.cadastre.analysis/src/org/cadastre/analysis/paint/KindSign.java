package org.cadastre.analysis.paint;

import java.util.List;

import org.cadastre.analysis.layout.Box;
import org.cadastre.analysis.layout.Point;
import org.cadastre.analysis.paint.Surface.Stroke;

/** A small sign for what a node is, out of lines, so that every surface can draw it. About 14 wide. */
final class KindSign {

    private KindSign() {
    }

    static void draw(Surface surface, String kind, Point at) {
        int colour = Colours.QUIET;
        switch (kind) {
            case "switch", "segment" -> {
                frame(surface, at, 14, 8, 1);
                for (int i = -2; i <= 2; i++) {
                    surface.disc(new Point(at.x() + i * 2.6, at.y() + 1), 0.8, colour);
                }
            }
            case "router", "firewall" -> {
                frame(surface, at, 13, 13, 6.5);
                line(surface, at, -4, 0, 4, 0);
                line(surface, at, 0, -4, 0, 4);
            }
            case "subnet", "vlan" -> {
                line(surface, at, -6, 0, 6, 0);
                for (int i = -4; i <= 4; i += 4) {
                    line(surface, at, i, i == 0 ? -4 : 0, i, i == 0 ? 0 : 4);
                }
            }
            case "virtualMachine", "container" -> {
                frame(surface, at, 13, 12, 1);
                frame(surface, at, 7, 6, 1);
            }
            case "host", "hypervisor", "storage" -> {
                frame(surface, at, 9, 13, 1);
                line(surface, at, -2.5, -3.5, 2.5, -3.5);
                line(surface, at, -2.5, -1, 2.5, -1);
                surface.disc(at.plus(0, 3.5), 0.9, colour);
            }
            case "printer" -> {
                frame(surface, at, 13, 6, 1);
                frame(surface, at.plus(0, -4), 7, 4, 0);
            }
            case "unknown" -> surface.text("?", at, 13, true, 0, colour);
            default -> frame(surface, at, 11, 9, 2);
        }
    }

    private static void frame(Surface surface, Point at, double width, double height, double corner) {
        surface.frame(new Box(at.x() - width / 2, at.y() - height / 2, width, height), corner, Colours.QUIET, 1, Stroke.SOLID);
    }

    private static void line(Surface surface, Point at, double x1, double y1, double x2, double y2) {
        surface.line(List.of(at.plus(x1, y1), at.plus(x2, y2)), Colours.QUIET, 1, Stroke.SOLID);
    }
}
