package org.cadastre.analysis.layout;

/** A rectangle in a picture, by its upper left corner. */
public record Box(double x, double y, double width, double height) {

    public double centerX() {
        return x + width / 2;
    }

    public double centerY() {
        return y + height / 2;
    }

    public Box moved(double dx, double dy) {
        return new Box(x + dx, y + dy, width, height);
    }

    public Box grown(double by) {
        return new Box(x - by, y - by, width + 2 * by, height + 2 * by);
    }

    public boolean contains(double px, double py) {
        return px >= x && px <= x + width && py >= y && py <= y + height;
    }

    public boolean intersects(Box other) {
        return other.x <= x + width && x <= other.x + other.width && other.y <= y + height && y <= other.y + other.height;
    }

    public Box union(Box other) {
        double left = Math.min(x, other.x);
        double top = Math.min(y, other.y);
        return new Box(left, top, Math.max(x + width, other.x + other.width) - left,
                Math.max(y + height, other.y + other.height) - top);
    }

    /** Where the straight line from the centre to a point crosses the border. */
    public Point border(Point towards) {
        double dx = towards.x() - centerX();
        double dy = towards.y() - centerY();
        double scale = Math.max(Math.abs(dx) / (width / 2), Math.abs(dy) / (height / 2));
        return scale <= 1 ? new Point(centerX(), centerY()) : new Point(centerX() + dx / scale, centerY() + dy / scale);
    }
}
