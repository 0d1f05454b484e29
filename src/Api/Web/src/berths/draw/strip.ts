import { type Box, inset, type Pen, type Point, widthOf } from '../../drawing/pen';
import { t } from '../../text/text';
import type { Frame } from '../frame';
import type { Scene } from './scene';

/** One row of the strip, as a share of its width. */
const parts = { tide: [0.06, 0.6], windows: [0.64, 0.78], weather: [0.82, 0.96] } as const;

/** Beside the plan: when the water carries those who need the tide, the windows of the selected call, and when ships may not move. */
export function drawStrip(pen: Pen, scene: Scene): void {
  const { frame, colours } = scene;
  const room = stripOf(frame);
  pen.rect(room, { fill: colours.water });
  pen.within(room, () => {
    tide(pen, scene, room);
    windows(pen, scene, room);
    for (const ban of scene.model.problem.movements?.bans ?? []) {
      const box = across(frame, room, parts.weather, ban.fromMinutes, ban.toMinutes);
      pen.rect(box, { fill: colours.waits });
      pen.hatch(box, colours.waitsEdge, 5);
      if (!frame.transposed && ban.reason !== undefined && box.h > widthOf(ban.reason, 9)) {
        pen.text([box.x + box.w / 2, box.y + box.h / 2], ban.reason, { fill: colours.ink, size: 9, anchor: 'middle', upward: true });
      }
    }
  });
  const how = { fill: colours.soft, size: 10 } as const;
  if (frame.transposed) {
    t('strip.tide').split(' · ').forEach((word, index) => pen.text([room.x - 6, room.y + room.h * (index === 0 ? 0.4 : 0.88)], word, { ...how, anchor: 'end' }));
  } else {
    pen.text([room.x + room.w / 2, room.y - 14], t('strip.tide'), { ...how, anchor: 'middle' });
  }
}

export function stripOf(frame: Frame): Box {
  const { plot, transposed, width, height } = frame;
  return transposed ? { x: plot.x, y: plot.y + plot.h + 8, w: plot.w, h: height - plot.y - plot.h - 12 } : { x: plot.x + plot.w + 8, y: plot.y, w: width - plot.x - plot.w - 12, h: plot.h };
}

/** The share of tide-bound movements that could happen: it rises and falls with the water. */
function tide(pen: Pen, { frame, colours, model }: Scene, room: Box): void {
  const { starts, ends, count } = tideSteps(model.problem);
  if (count === 0) {
    return;
  }

  const [low, high] = parts.tide;
  const at = (share: number, minutes: number): Point => {
    const [x, y] = frame.point(0, minutes);
    const part = low + (high - low) * share;
    return frame.transposed ? [x, room.y + room.h * (1 - part)] : [room.x + room.w * part, y];
  };
  const points: Point[] = [at(0, 0)];
  let open = 0;
  for (const minutes of [...new Set([...starts.keys(), ...ends.keys()])].sort((a, b) => a - b)) {
    points.push(at(open / count, minutes));
    open += (starts.get(minutes) ?? 0) - (ends.get(minutes) ?? 0);
    points.push(at(open / count, minutes));
  }

  points.push(at(0, frame.layout.minutes));
  pen.path(points, { fill: colours.tide, alpha: 0.55 }, true);
}

const cache = new WeakMap<object, { starts: Map<number, number>; ends: Map<number, number>; count: number }>();

function tideSteps(problem: Scene['model']['problem']): { starts: Map<number, number>; ends: Map<number, number>; count: number } {
  let steps = cache.get(problem);
  if (steps === undefined) {
    steps = { starts: new Map(), ends: new Map(), count: 0 };
    for (const call of problem.calls ?? []) {
      for (const list of [call.arrivalWindows, call.departureWindows]) {
        steps.count += list?.length ? 1 : 0;
        for (const { fromMinutes, toMinutes } of list ?? []) {
          steps.starts.set(fromMinutes, (steps.starts.get(fromMinutes) ?? 0) + 1);
          steps.ends.set(toMinutes, (steps.ends.get(toMinutes) ?? 0) + 1);
        }
      }
    }

    cache.set(problem, steps);
  }

  return steps;
}

/** When the selected call may berth (outer bar) and leave (inner bar). */
function windows(pen: Pen, { frame, colours, model, selected }: Scene, room: Box): void {
  const call = model.problem.calls?.find((other) => other.id === selected);
  const [low, high] = parts.windows;
  const middle = (low + high) / 2;
  for (const [list, part] of [[call?.arrivalWindows, [low, middle]], [call?.departureWindows, [middle, high]]] as const) {
    for (const window of list ?? []) {
      pen.rect(inset(across(frame, room, part, window.fromMinutes, window.toMinutes), 0.5), { fill: colours.good });
    }
  }
}

function across(frame: Frame, room: Box, [low, high]: readonly [number, number], from: number, to: number): Box {
  const [x, y] = frame.point(0, from);
  const [right, bottom] = frame.point(0, to);
  return frame.transposed
    ? { x, y: room.y + room.h * low, w: right - x, h: room.h * (high - low) }
    : { x: room.x + room.w * low, y, w: room.w * (high - low), h: bottom - y };
}
