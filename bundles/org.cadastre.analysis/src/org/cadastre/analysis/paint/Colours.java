package org.cadastre.analysis.paint;

import org.cadastre.analysis.graph.Mark;
import org.cadastre.analysis.paint.Surface.Stroke;

/** Colours of marks, told apart by those who do not see red or green (the palette of Okabe and Ito), and strokes beside them. */
public final class Colours {

    static final int TEXT = 0x20262C;
    static final int QUIET = 0x5C6670;
    static final int LINE = 0x8A949E;
    /** Of unchanged lines where a picture is so small that there are many: what changed stands out. */
    static final int FAINT = 0xB4BCC4;
    static final int PAPER = 0xFFFFFF;
    public static final int SELECTED = 0x1A5FB4;

    private Colours() {
    }

    /** Of a frame, a line, a sign. */
    public static int of(Mark mark) {
        return switch (mark) {
            case UNCHANGED -> LINE;
            case ADDED -> 0x007A59;
            case REMOVED -> 0xC44E00;
            case CHANGED -> 0x0072B2;
            case MOVED -> 0xA8467E;
            case UNKNOWN -> 0x6B7075;
        };
    }

    /** Behind the name of a node. */
    static int background(Mark mark, String kind) {
        return switch (mark) {
            case UNCHANGED -> kind.equals("subnet") ? 0xEEF3FA : kind.equals("unknown") ? 0xF4F4F4 : PAPER;
            case ADDED -> 0xD9F2E8;
            case REMOVED -> 0xFBE3D2;
            case CHANGED -> 0xD7EAF7;
            case MOVED -> 0xF6E0EC;
            case UNKNOWN -> 0xECECEC;
        };
    }

    static Stroke stroke(Mark mark) {
        return switch (mark) {
            case REMOVED -> Stroke.DASHED;
            case UNKNOWN -> Stroke.DOTTED;
            default -> Stroke.SOLID;
        };
    }
}
