import { timeStep } from '../../drawing/clock';
import { type Pen, widthOf } from '../../drawing/pen';
import type { Scene } from './scene';

/** The quays with their metres, and the time. */
export function drawAxes(pen: Pen, scene: Scene): void {
  const { frame, colours } = scene;
  const { plot, transposed } = frame;
  const head = transposed ? { x: 0, y: plot.y, w: plot.x, h: plot.h } : { x: plot.x, y: 0, w: plot.w, h: plot.y };
  const side = transposed ? { x: plot.x, y: 0, w: plot.w, h: plot.y } : { x: 0, y: plot.y - 7, w: plot.x, h: plot.h + 14 };
  pen.within(head, () => quays(pen, scene));
  pen.within(side, () => times(pen, scene));
  pen.rect({ x: plot.x + 0.5, y: plot.y + 0.5, w: plot.w - 1, h: plot.h - 1 }, { stroke: colours.line });
}

function quays(pen: Pen, { frame, colours }: Scene): void {
  const { plot, transposed, layout } = frame;
  const step = [10, 25, 50, 100, 200, 250, 500, 1000, 2000].find((metres) => metres * frame.metre >= 44) ?? 5000;
  for (const lane of layout.lanes) {
    const length = lane.quay.lengthMetres;
    const [from, to] = [frame.point(lane.start, 0), frame.point(lane.start + length, 0)];
    const [a, b] = transposed ? [from[1], to[1]] : [from[0], to[0]];
    const wall = transposed ? { x: plot.x - 7, y: a, w: 5, h: b - a } : { x: a, y: plot.y - 7, w: b - a, h: 5 };
    pen.rect(wall, { fill: colours.quay });
    const [low, high] = transposed ? [plot.y, plot.y + plot.h] : [plot.x, plot.x + plot.w];
    const middle = (Math.max(a, low) + Math.min(b, high)) / 2;
    const room = Math.min(b, high) - Math.max(a, low);
    const whole = `${lane.quay.id} · ${length} m`;
    const title = widthOf(whole, 12) < room ? whole : lane.quay.id;
    if (room > 16) {
      pen.text(transposed ? [14, middle] : [middle, 14], title, { fill: colours.ink, size: 12, bold: true, anchor: 'middle', upward: transposed });
    }

    for (let metres = 0; metres <= length; metres += step) {
      const [x, y] = frame.point(lane.start + metres, 0);
      const at = transposed ? y : x;
      if (at >= low && at <= high && (at < b - 14 || metres === 0) && room > 40) {
        pen.text(transposed ? [plot.x - 11, y] : [x, plot.y - 15], String(metres), { fill: colours.soft, size: 10, anchor: transposed ? 'end' : metres === 0 ? 'start' : 'middle' });
      }
    }
  }
}

function times(pen: Pen, { frame, colours, clock }: Scene): void {
  const { plot, transposed, seen, layout } = frame;
  const step = timeStep(frame.minute, transposed ? 44 : 26);
  const first = Math.floor((Math.max(0, seen.fromMinutes) + clock.offset) / step) * step - clock.offset;
  for (let minutes = first; minutes <= Math.min(layout.minutes, seen.toMinutes); minutes += step) {
    if (minutes < 0) {
      continue;
    }

    const [x, y] = frame.point(0, minutes);
    const midnight = (minutes + clock.offset) % 1440 === 0;
    const text = midnight ? clock.day(minutes) : clock.time(minutes);
    const ink = { fill: midnight ? colours.ink : colours.soft, size: 10, bold: midnight };
    pen.text(transposed ? [x + 2, midnight ? 10 : 24] : [plot.x - 6, y + 1], text, transposed ? ink : { ...ink, anchor: 'end' });
  }
}
