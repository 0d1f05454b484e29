import { timeStep } from '../../drawing/clock';
import type { Pen } from '../../drawing/pen';
import type { Scene } from './scene';

/** The water before the quays, with lines of time; what is too shallow for the selected call; corners and berths. */
export function drawGround(pen: Pen, scene: Scene): void {
  const { frame, colours, model, clock, selected } = scene;
  const { layout, seen } = { layout: frame.layout, seen: frame.seen };
  const call = model.problem.calls?.find((other) => other.id === selected);
  for (const lane of layout.lanes) {
    const box = frame.box(lane.start, lane.start + lane.quay.lengthMetres, 0, layout.minutes);
    pen.rect(box, { fill: colours.water });
    for (const depth of lane.quay.depths ?? []) {
      if (call?.draughtMetres !== undefined && depth.depthMetres < call.draughtMetres) {
        pen.hatch(frame.box(lane.start + depth.fromMetres, lane.start + depth.toMetres, 0, layout.minutes), colours.late, 14);
      }
    }
  }

  const step = timeStep(frame.minute, 26);
  const first = Math.floor((Math.max(0, seen.fromMinutes) + clock.offset) / step) * step - clock.offset;
  for (let minutes = first; minutes <= Math.min(seen.toMinutes, layout.minutes); minutes += step) {
    if (minutes >= 0) {
      const midnight = (minutes + clock.offset) % 1440 === 0;
      for (const lane of layout.lanes) {
        const ink = { stroke: midnight ? colours.day : colours.grid, width: 1 };
        pen.line(frame.point(lane.start, minutes), frame.point(lane.start + lane.quay.lengthMetres, minutes), ink);
      }
    }
  }

  for (const lane of layout.lanes) {
    for (const metres of marksOf(lane.quay)) {
      pen.line(frame.point(lane.start + metres, 0), frame.point(lane.start + metres, layout.minutes), { stroke: colours.day, dash: [2, 3] });
    }
  }
}

/** Where no hull may lie across, and where berths begin and end. */
function marksOf(quay: { breaksMetres?: number[]; berths?: { startMetres: number; lengthMetres: number }[] }): number[] {
  return [...(quay.breaksMetres ?? []), ...(quay.berths ?? []).flatMap((berth) => [berth.startMetres, berth.startMetres + berth.lengthMetres])];
}
