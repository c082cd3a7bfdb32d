package org.cadastre.export.graph.internal;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;

import javax.imageio.ImageIO;

import org.cadastre.analysis.layout.Box;
import org.cadastre.analysis.layout.Picture;
import org.cadastre.analysis.paint.Legend;
import org.cadastre.analysis.paint.Painter;
import org.cadastre.export.graph.ImageSurface;

/** A picture as PNG: two pixels for a unit, fewer where the picture is so large that its image would not fit into memory. */
public final class PngWriter {

    private static final double MOST_PIXELS = 60e6;
    private static final double LEGEND = 40;

    public void write(Picture picture, Legend legend, OutputStream out) throws IOException {
        Box bounds = picture.bounds();
        double scale = Math.min(2, Math.sqrt(MOST_PIXELS / (bounds.width() * (bounds.height() + LEGEND))));
        double width = Math.max(bounds.width(), legend.width() + 40);
        BufferedImage image = new BufferedImage((int) Math.ceil(width * scale),
                (int) Math.ceil((bounds.height() + LEGEND) * scale), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.scale(scale, scale);
        graphics.translate(-bounds.x(), -bounds.y());
        ImageSurface surface = new ImageSurface(graphics);
        new Painter(surface, scale).draw(picture.lines(), picture.shapes(), Set.of());
        legend.draw(surface);
        graphics.dispose();
        ImageIO.write(image, "png", out);
    }
}
