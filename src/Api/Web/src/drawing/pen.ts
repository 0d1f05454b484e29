export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

export type Point = readonly [number, number];

export interface Ink {
  fill?: string;
  stroke?: string;
  width?: number;
  dash?: readonly number[];
  alpha?: number;
}

export interface Lettering {
  fill: string;
  size?: number;
  bold?: boolean;
  anchor?: 'start' | 'middle' | 'end';
  alpha?: number;
  /** Written upwards. */
  upward?: boolean;
}

/** What pictures are drawn with: on the screen (canvas), or as a file and on paper (SVG). */
export interface Pen {
  rect(box: Box, ink: Ink): void;
  line(from: Point, to: Point, ink: Ink): void;
  path(points: readonly Point[], ink: Ink, closed?: boolean): void;
  /** Slanted lines across a box; the width of the ink, the distance between lines. */
  hatch(box: Box, stroke: string, pitch: number, alpha?: number): void;
  text(at: Point, text: string, how: Lettering): void;
  /** Draws inside a box only. */
  within(box: Box, draw: () => void): void;
}

export function inside(box: Box, [x, y]: Point): boolean {
  return x >= box.x && x < box.x + box.w && y >= box.y && y < box.y + box.h;
}

export function meets(a: Box, b: Box): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

/** The box, smaller by so much on each side, but never turned inside out. */
export function inset(box: Box, margin: number): Box {
  const [dx, dy] = [Math.min(margin, box.w / 2), Math.min(margin, box.h / 2)];
  return { x: box.x + dx, y: box.y + dy, w: box.w - 2 * dx, h: box.h - 2 * dy };
}

/** About how wide a text is: enough to leave out what has no room. */
export function widthOf(text: string, size: number): number {
  let units = 0;
  for (const letter of text) {
    units += letter.codePointAt(0)! > 0x2e80 ? 1 : 0.56;
  }

  return units * size;
}
