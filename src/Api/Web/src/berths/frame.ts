import type { ZoomTransform } from 'd3-zoom';
import type { Box, Point } from '../drawing/pen';
import type { Layout } from './layout';

/** Room around the plan for axes and strips. */
export const margins = { head: 46, time: 78, strip: 74, end: 10 };

/** Where metres along the quays and minutes lie on the screen: quay across and time down, or the other way round. */
export class Frame {
  readonly plot: Box;
  /** Pixels in one metre, and in one minute. */
  readonly metre: number;
  readonly minute: number;

  constructor(
    readonly layout: Layout,
    readonly width: number,
    readonly height: number,
    readonly transform: ZoomTransform,
    readonly transposed: boolean,
  ) {
    this.plot = plotOf(width, height, transposed);
    const [along, down] = transposed ? [this.plot.h, this.plot.w] : [this.plot.w, this.plot.h];
    this.metre = (along / layout.metres) * transform.k;
    this.minute = (down / layout.busyMinutes) * transform.k;
  }

  point(metres: number, minutes: number): Point {
    const [u, t] = [metres * this.metre, minutes * this.minute];
    const { x, y, k } = this.transform;
    const [left, top] = [this.plot.x * k + x, this.plot.y * k + y];
    return this.transposed ? [left + t, top + u] : [left + u, top + t];
  }

  box(metres: number, toMetres: number, minutes: number, toMinutes: number): Box {
    const [x, y] = this.point(metres, minutes);
    const [right, bottom] = this.point(toMetres, toMinutes);
    return { x, y, w: right - x, h: bottom - y };
  }

  /** Metres and minutes of a point of the screen. */
  invert([x, y]: Point): { metres: number; minutes: number } {
    const [left, top] = this.point(0, 0);
    const [u, t] = this.transposed ? [y - top, x - left] : [x - left, y - top];
    return { metres: u / this.metre, minutes: t / this.minute };
  }

  /** The minutes and metres that can be seen. */
  get seen(): { fromMetres: number; toMetres: number; fromMinutes: number; toMinutes: number } {
    const from = this.invert([this.plot.x, this.plot.y]);
    const to = this.invert([this.plot.x + this.plot.w, this.plot.y + this.plot.h]);
    return { fromMetres: from.metres, toMetres: to.metres, fromMinutes: from.minutes, toMinutes: to.minutes };
  }
}

export function plotOf(width: number, height: number, transposed: boolean): Box {
  const [left, top, right, bottom] = transposed
    ? [margins.head + 16, 34, margins.end, margins.strip]
    : [margins.time, margins.head, margins.strip, margins.end];
  return { x: left, y: top, w: Math.max(10, width - left - right), h: Math.max(10, height - top - bottom) };
}
