package org.cadastre.export.graph.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import org.cadastre.analysis.layout.Box;
import org.cadastre.analysis.layout.Picture;
import org.cadastre.analysis.paint.Legend;
import org.cadastre.analysis.paint.Painter;

/** A picture as SVG, with the legend of the marks below it. */
public final class SvgWriter {

    public void write(Picture picture, Legend legend, OutputStream out) throws IOException {
        SvgSurface surface = new SvgSurface();
        new Painter(surface, 1).draw(picture.lines(), picture.shapes(), Set.of());
        Box box = legend.draw(surface);
        String head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\""
                + SvgSurface.number(box.width()) + "\" height=\"" + SvgSurface.number(box.height()) + "\" viewBox=\""
                + SvgSurface.number(box.x()) + " " + SvgSurface.number(box.y()) + " " + SvgSurface.number(box.width()) + " "
                + SvgSurface.number(box.height()) + "\" font-family=\"Helvetica, Arial, sans-serif\">\n<rect x=\""
                + SvgSurface.number(box.x()) + "\" y=\"" + SvgSurface.number(box.y())
                + "\" width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n";
        out.write((head + surface.content() + "</svg>\n").getBytes(StandardCharsets.UTF_8));
    }
}
