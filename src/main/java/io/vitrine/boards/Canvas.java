package io.vitrine.boards;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/** A white sheet to draw on, in points; twice as many pixels, so that it is sharp everywhere. */
final class Canvas {

  static final int WIDTH = 600;
  static final int HEIGHT = 280;

  /** The pages' light colours. */
  static final Color TEXT = new Color(0x111827);

  static final Color MUTED = new Color(0x5e697d);
  static final Color LINE = new Color(0xe4e7ec);
  static final Color FILL = new Color(0x3b5bdb);
  static final Color SOFT = new Color(0xc3cef7);
  static final Color PREVIOUS = new Color(0x7d8798);
  static final Color REST = new Color(0xc3c9d3);
  static final List<Color> SERIES =
      List.of(
          new Color(0x3b5bdb),
          new Color(0xd9730d),
          new Color(0x12805c),
          new Color(0xa1447f),
          new Color(0x1f9acb),
          new Color(0x8a1226),
          new Color(0x7a6a06),
          new Color(0x5f1f9e));

  private static final int SCALE = 2;
  private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 11);

  private final BufferedImage image =
      new BufferedImage(WIDTH * SCALE, HEIGHT * SCALE, BufferedImage.TYPE_INT_RGB);
  private final Graphics2D graphics = image.createGraphics();

  Canvas() {
    graphics.scale(SCALE, SCALE);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, WIDTH, HEIGHT);
    graphics.setFont(FONT);
  }

  void fill(Shape shape, Color color) {
    graphics.setColor(color);
    graphics.fill(shape);
  }

  void bar(double x, double y, double width, double height, Color color) {
    fill(new Rectangle2D.Double(x, y, Math.max(0.5, width), Math.max(0, height)), color);
  }

  void line(double fromX, double fromY, double toX, double toY, Color color, double width) {
    draw(new Line2D.Double(fromX, fromY, toX, toY), color, width);
  }

  void draw(Shape shape, Color color, double width) {
    graphics.setColor(color);
    graphics.setStroke(
        new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(shape);
  }

  void dashed(Shape shape, Color color) {
    graphics.setColor(color);
    graphics.setStroke(
        new BasicStroke(
            1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {5, 4}, 0));
    graphics.draw(shape);
  }

  double width(String text) {
    return graphics.getFontMetrics().stringWidth(text);
  }

  /** Text that starts, is centred or ends at a place: 0, 0.5 or 1. */
  void text(String text, double x, double baseline, double anchor, Color color) {
    graphics.setColor(color);
    graphics.drawString(text, (float) (x - anchor * width(text)), (float) baseline);
  }

  /** The text, shortened until it fits. */
  String fitted(String text, double room) {
    if (width(text) <= room) {
      return text;
    }
    String shorter = text;
    while (shorter.length() > 1 && width(shorter + "…") > room) {
      shorter = shorter.substring(0, shorter.length() - 1);
    }
    return shorter + "…";
  }

  byte[] png() {
    graphics.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a picture", e);
    }
    return bytes.toByteArray();
  }
}
