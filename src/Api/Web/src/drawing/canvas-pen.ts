import type { Box, Ink, Lettering, Pen, Point } from './pen';

export const fontFamily = 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Noto Sans CJK SC", "Microsoft YaHei", "DejaVu Sans", sans-serif';

/** Draws on a canvas, in CSS pixels. */
export class CanvasPen implements Pen {
  private font = '';

  constructor(private readonly on: CanvasRenderingContext2D) {
    on.textBaseline = 'middle';
  }

  rect(box: Box, ink: Ink): void {
    this.use(ink);
    if (ink.fill !== undefined) {
      this.on.fillRect(box.x, box.y, box.w, box.h);
    }

    if (ink.stroke !== undefined) {
      this.on.strokeRect(box.x, box.y, box.w, box.h);
    }
  }

  line(from: Point, to: Point, ink: Ink): void {
    this.use(ink);
    this.on.beginPath();
    this.on.moveTo(...from);
    this.on.lineTo(...to);
    this.on.stroke();
  }

  path(points: readonly Point[], ink: Ink, closed = false): void {
    this.use(ink);
    this.on.beginPath();
    points.forEach((point, index) => (index === 0 ? this.on.moveTo(...point) : this.on.lineTo(...point)));
    if (closed) {
      this.on.closePath();
    }

    if (ink.fill !== undefined) {
      this.on.fill();
    }

    if (ink.stroke !== undefined) {
      this.on.stroke();
    }
  }

  hatch(box: Box, stroke: string, pitch: number, alpha = 1): void {
    this.within(box, () => {
      this.use({ stroke, alpha });
      this.on.beginPath();
      const first = Math.floor((box.x - box.h) / pitch) * pitch;
      for (let x = first; x < box.x + box.w; x += pitch) {
        this.on.moveTo(x, box.y + box.h);
        this.on.lineTo(x + box.h, box.y);
      }

      this.on.stroke();
    });
  }

  text([x, y]: Point, text: string, how: Lettering): void {
    const font = `${how.bold === true ? '600 ' : ''}${how.size ?? 11}px ${fontFamily}`;
    if (font !== this.font) {
      this.on.font = this.font = font;
    }

    this.on.globalAlpha = how.alpha ?? 1;
    this.on.fillStyle = how.fill;
    this.on.textAlign = how.anchor === 'middle' ? 'center' : (how.anchor ?? 'start');
    if (how.upward === true) {
      this.on.save();
      this.on.translate(x, y);
      this.on.rotate(-Math.PI / 2);
      this.on.fillText(text, 0, 0);
      this.on.restore();
    } else {
      this.on.fillText(text, x, y);
    }
  }

  within(box: Box, draw: () => void): void {
    this.on.save();
    this.on.beginPath();
    this.on.rect(box.x, box.y, box.w, box.h);
    this.on.clip();
    draw();
    this.on.restore();
    this.font = '';
  }

  private use(ink: Ink): void {
    this.on.globalAlpha = ink.alpha ?? 1;
    this.on.setLineDash(ink.dash === undefined ? [] : [...ink.dash]);
    this.on.lineWidth = ink.width ?? 1;
    if (ink.fill !== undefined) {
      this.on.fillStyle = ink.fill;
    }

    if (ink.stroke !== undefined) {
      this.on.strokeStyle = ink.stroke;
    }
  }
}
