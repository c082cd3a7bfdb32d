package org.cadastre.export.graph.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import org.cadastre.analysis.graph.Mark;
import org.cadastre.analysis.layout.Box;
import org.cadastre.analysis.layout.Line;
import org.cadastre.analysis.layout.Picture;
import org.cadastre.analysis.layout.Point;
import org.cadastre.analysis.layout.Shape;
import org.cadastre.analysis.paint.Colours;

/** The mxGraph XML of draw.io (diagrams.net): every node a box, every line a connector that stays at its boxes. */
public final class DrawIoWriter {

    public void write(Picture picture, OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder("<mxfile><diagram name=\"").append(Xml.escaped(picture.graph().layer()))
                .append("\"><mxGraphModel><root><mxCell id=\"0\"/><mxCell id=\"1\" parent=\"0\"/>\n");
        picture.shapes().forEach(shape -> shape(text, shape));
        picture.lines().forEach(line -> line(text, line));
        out.write(text.append("</root></mxGraphModel></diagram></mxfile>\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void shape(StringBuilder text, Shape shape) {
        Box box = shape.box();
        Mark mark = shape.node().mark();
        text.append("<mxCell id=\"").append(Xml.escaped(shape.node().id())).append("\" parent=\"1\" vertex=\"1\" value=\"")
                .append(Xml.escaped(marked(mark, shape.node().label()))).append("\" style=\"rounded=1;whiteSpace=wrap;")
                .append(style(mark)).append("\"><mxGeometry x=\"").append(SvgSurface.number(box.x())).append("\" y=\"")
                .append(SvgSurface.number(box.y())).append("\" width=\"").append(SvgSurface.number(box.width()))
                .append("\" height=\"").append(SvgSurface.number(box.height())).append("\" as=\"geometry\"/></mxCell>\n");
    }

    private static void line(StringBuilder text, Line line) {
        text.append("<mxCell id=\"").append(Xml.escaped(line.edges().getFirst().id()))
                .append("\" parent=\"1\" edge=\"1\" source=\"").append(Xml.escaped(line.from())).append("\" target=\"")
                .append(Xml.escaped(line.to())).append("\" value=\"").append(Xml.escaped(marked(line.mark(), line.text())))
                .append("\" style=\"").append(line.isDirected() ? "" : "endArrow=none;").append(style(line.mark()))
                .append("\"><mxGeometry relative=\"1\" as=\"geometry\"><Array as=\"points\">");
        for (Point point : line.points().subList(1, line.points().size() - 1)) {
            text.append("<mxPoint x=\"").append(SvgSurface.number(point.x())).append("\" y=\"")
                    .append(SvgSurface.number(point.y())).append("\"/>");
        }
        text.append("</Array></mxGeometry></mxCell>\n");
    }

    private static String marked(Mark mark, String text) {
        return (mark.sign() + " " + text).strip();
    }

    private static String style(Mark mark) {
        return "strokeColor=" + SvgSurface.colour(Colours.of(mark)) + ";" + switch (mark) {
            case UNCHANGED -> "";
            case REMOVED -> "strokeWidth=2;dashed=1;";
            case UNKNOWN -> "strokeWidth=2;dashed=1;dashPattern=1 3;";
            default -> "strokeWidth=2;";
        };
    }
}
