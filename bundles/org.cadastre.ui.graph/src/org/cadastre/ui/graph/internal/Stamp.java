package org.cadastre.ui.graph.internal;

import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Pattern;
import org.eclipse.swt.graphics.Transform;

/**
 * An image of which each frame shows a part. Under GTK by a pattern, since GC.drawImage copies all pixels of an image before it
 * draws any of them (15 MB for a large one, in SWT 3.133). Made in any thread, drawn in that of the user interface.
 */
final class Stamp {

    private final Image image;
    private final Optional<Pattern> pattern;
    private final Transform place;

    /** @param image disposed of with this */
    Stamp(Device device, Image image) {
        this.image = image;
        pattern = SWT.getPlatform().equals("gtk") ? Optional.of(new Pattern(device, image)) : Optional.empty();
        place = new Transform(device);
    }

    Image image() {
        return image;
    }

    /**
     * Draws a part of it, without smoothing where that is up to the caller.
     *
     * @param factor how many times larger
     */
    void draw(GC gc, int x, int y, int width, int height, double factor, int targetX, int targetY) {
        if (pattern.isPresent()) {
            place.setElements((float) factor, 0, 0, (float) factor, (float) (targetX - x * factor), (float) (targetY - y * factor));
            gc.setTransform(place);
            gc.setBackgroundPattern(pattern.get());
            gc.fillRectangle(x, y, width, height);
            gc.setBackgroundPattern(null);
            gc.setTransform(null);
        } else {
            gc.setInterpolation(SWT.NONE);
            gc.drawImage(image, x, y, width, height, targetX, targetY, (int) Math.max(1, Math.round(width * factor)),
                    (int) Math.max(1, Math.round(height * factor)));
        }
    }

    void dispose() {
        pattern.ifPresent(Pattern::dispose);
        place.dispose();
        image.dispose();
    }
}
