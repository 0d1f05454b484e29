import type { Clock } from '../../drawing/clock';
import type { Palette } from '../../drawing/palette';
import type { Pen } from '../../drawing/pen';
import type { Assignment, Call } from '../../service/types';
import type { Frame } from '../frame';
import type { Model } from '../model';
import { drawAxes } from './axes';
import { drawCalls } from './calls';
import { drawGround } from './ground';
import { drawGhosts, drawHeld, drawWishes } from './overlays';
import { drawStrip } from './strip';
import { drawZones, type ZoneSketch } from './zones';

/** A call that is being dragged: where it would lie, and what the checker says of that so far. */
export interface Held {
  call: Call;
  assignment: Assignment | null;
  toMetres: number;
  verdict: 'asked' | 'valid' | 'invalid';
}

/** Everything that the picture of a berth plan shows. */
export interface Scene {
  model: Model;
  frame: Frame;
  colours: Palette;
  clock: Clock;
  selected: string | null;
  hovered: string | null;
  zone: number | null;
  sketch: ZoneSketch | null;
  held: Held | null;
}

export function draw(pen: Pen, scene: Scene): void {
  const { frame, colours } = scene;
  pen.rect({ x: 0, y: 0, w: frame.width, h: frame.height }, { fill: colours.page });
  pen.within(frame.plot, () => {
    drawGround(pen, scene);
    drawZones(pen, scene);
    drawGhosts(pen, scene);
    drawWishes(pen, scene);
    drawCalls(pen, scene);
    drawHeld(pen, scene);
  });
  drawAxes(pen, scene);
  drawStrip(pen, scene);
}
