import { fontFamily } from './canvas-pen';
import type { Box, Ink, Lettering, Pen, Point } from './pen';

/** Draws the same as a file: no scripts, no styles, nothing from elsewhere. */
export class SvgPen implements Pen {
  private readonly parts: string[] = [];
  private clips = 0;

  constructor(
    private readonly width: number,
    private readonly height: number,
  ) {}

  rect(box: Box, ink: Ink): void {
    this.parts.push(`<rect x="${num(box.x)}" y="${num(box.y)}" width="${num(Math.max(0, box.w))}" height="${num(Math.max(0, box.h))}"${style(ink)}/>`);
  }

  line(from: Point, to: Point, ink: Ink): void {
    this.parts.push(`<line x1="${num(from[0])}" y1="${num(from[1])}" x2="${num(to[0])}" y2="${num(to[1])}"${style(ink)}/>`);
  }

  path(points: readonly Point[], ink: Ink, closed = false): void {
    const d = points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${num(x)} ${num(y)}`).join('');
    this.parts.push(`<path d="${d}${closed ? 'Z' : ''}"${style(ink)}/>`);
  }

  hatch(box: Box, stroke: string, pitch: number, alpha = 1): void {
    this.within(box, () => {
      let d = '';
      for (let x = Math.floor((box.x - box.h) / pitch) * pitch; x < box.x + box.w; x += pitch) {
        d += `M${num(x)} ${num(box.y + box.h)}L${num(x + box.h)} ${num(box.y)}`;
      }

      this.parts.push(`<path d="${d}"${style({ stroke, alpha })}/>`);
    });
  }

  text([x, y]: Point, text: string, how: Lettering): void {
    const size = how.size ?? 11;
    const anchor = how.anchor === undefined || how.anchor === 'start' ? '' : ` text-anchor="${how.anchor}"`;
    const turn = how.upward === true ? ` transform="rotate(-90 ${num(x)} ${num(y)})"` : '';
    const bold = how.bold === true ? ' font-weight="600"' : '';
    this.parts.push(`<text x="${num(x)}" y="${num(y)}" dy=".35em" font-size="${size}" fill="${how.fill}"${anchor}${bold}${turn}${opacity(how.alpha)}>${escape(text)}</text>`);
  }

  within(box: Box, draw: () => void): void {
    const id = `c${this.clips++}`;
    this.parts.push(`<clipPath id="${id}"><rect x="${num(box.x)}" y="${num(box.y)}" width="${num(Math.max(0, box.w))}" height="${num(Math.max(0, box.h))}"/></clipPath><g clip-path="url(#${id})">`);
    draw();
    this.parts.push('</g>');
  }

  toString(): string {
    const { width, height } = this;
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escape(fontFamily)}">${this.parts.join('')}</svg>`;
  }
}

function style(ink: Ink): string {
  const dash = ink.dash === undefined || ink.dash.length === 0 ? '' : ` stroke-dasharray="${ink.dash.join(' ')}"`;
  const stroke = ink.stroke === undefined ? '' : ` stroke="${ink.stroke}" stroke-width="${ink.width ?? 1}"${dash}`;
  return ` fill="${ink.fill ?? 'none'}"${stroke}${opacity(ink.alpha)}`;
}

function opacity(alpha: number | undefined): string {
  return alpha === undefined || alpha === 1 ? '' : ` opacity="${alpha}"`;
}

function num(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
