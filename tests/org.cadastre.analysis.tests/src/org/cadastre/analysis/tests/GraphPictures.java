package org.cadastre.analysis.tests;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

import javax.imageio.ImageIO;

import org.cadastre.analysis.layout.Box;
import org.cadastre.analysis.layout.GraphLayout;
import org.cadastre.analysis.layout.Picture;
import org.cadastre.analysis.layout.Point;
import org.cadastre.analysis.paint.Legend;
import org.cadastre.analysis.paint.Painter;
import org.cadastre.export.graph.ImageSurface;

/** Writes a picture of each unpleasant graph as the workbench shows it when it is opened: all of it in a window. Needs no display. */
public final class GraphPictures {

    private static final int WIDTH = 1000;
    private static final int HEIGHT = 640;
    private static final int MARGIN = 8;

    private GraphPictures() {
    }

    /** @param arguments the folder to write to */
    public static void main(String... arguments) throws IOException, InterruptedException {
        for (UnpleasantGraph kind : UnpleasantGraph.values()) {
            Picture picture = new GraphLayout().place(kind.graph());
            Path file = Path.of(arguments[0], "graph-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".png");
            ImageIO.write(image(picture), "png", file.toFile());
            System.out.println(file);
        }
    }

    private static BufferedImage image(Picture picture) {
        Box bounds = picture.bounds();
        Legend legend = new Legend(picture);
        double room = HEIGHT - legend.height() - 2 * MARGIN;
        double scale = Math.min(1.2, Math.min(WIDTH / bounds.width(), room / bounds.height()));
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        var plain = graphics.getTransform();
        graphics.translate(WIDTH / 2d, room / 2);
        graphics.scale(scale, scale);
        graphics.translate(-bounds.centerX(), -bounds.centerY());
        new Painter(new ImageSurface(graphics), scale).draw(picture.lines(), picture.shapes(), Set.of());
        graphics.setTransform(plain);
        legend.draw(new ImageSurface(graphics), new Point(MARGIN, HEIGHT - legend.height() - MARGIN));
        graphics.dispose();
        return image;
    }
}
