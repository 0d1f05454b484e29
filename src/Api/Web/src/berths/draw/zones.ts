import { inset, type Pen, widthOf } from '../../drawing/pen';
import { laneOf } from '../layout';
import type { Scene } from './scene';

/** A zone that is being drawn. */
export interface ZoneSketch {
  quay: string;
  fromMetres: number;
  toMetres: number;
  fromMinutes: number;
  toMinutes: number;
}

/** Stretches of quay that are closed, and times in which ships may not move. */
export function drawZones(pen: Pen, scene: Scene): void {
  const { frame, colours, model } = scene;
  for (const ban of model.problem.movements?.bans ?? []) {
    const box = frame.box(0, frame.layout.metres, ban.fromMinutes, ban.toMinutes);
    pen.rect(box, { fill: colours.waits, alpha: 0.28 });
    const edges = [ban.fromMinutes, ban.toMinutes];
    for (const minutes of edges) {
      pen.line(frame.point(0, minutes), frame.point(frame.layout.metres, minutes), { stroke: colours.waitsEdge, dash: [5, 4] });
    }
  }

  model.problem.closures?.forEach((closure, index) => {
    const lane = laneOf(frame.layout, closure.quay);
    if (lane !== undefined) {
      const to = closure.toMetres ?? lane.quay.lengthMetres;
      zone(pen, scene, { quay: closure.quay, fromMetres: closure.fromMetres ?? 0, toMetres: to, fromMinutes: closure.fromMinutes, toMinutes: closure.toMinutes }, closure.reason ?? '', index === scene.zone);
    }
  });
  for (const lane of frame.layout.lanes) {
    const { openMinutes, closeMinutes, lengthMetres, id } = lane.quay;
    shut(pen, scene, id, 0, lengthMetres, openMinutes, closeMinutes);
    lane.quay.berths?.forEach((berth) => shut(pen, scene, id, berth.startMetres, berth.startMetres + berth.lengthMetres, berth.openMinutes, berth.closeMinutes));
  }

  if (scene.sketch !== null) {
    zone(pen, scene, scene.sketch, '', true);
  }
}

function shut(pen: Pen, scene: Scene, quay: string, fromMetres: number, toMetres: number, open: number | undefined, close: number | undefined): void {
  if (open !== undefined && open > 0) {
    zone(pen, scene, { quay, fromMetres, toMetres, fromMinutes: 0, toMinutes: open }, '', false);
  }

  if (close !== undefined && close < scene.frame.layout.minutes) {
    zone(pen, scene, { quay, fromMetres, toMetres, fromMinutes: close, toMinutes: scene.frame.layout.minutes }, '', false);
  }
}

function zone(pen: Pen, { frame, colours }: Scene, at: ZoneSketch, reason: string, selected: boolean): void {
  const lane = laneOf(frame.layout, at.quay);
  if (lane === undefined) {
    return;
  }

  const box = frame.box(lane.start + at.fromMetres, lane.start + at.toMetres, at.fromMinutes, at.toMinutes);
  pen.rect(box, { fill: colours.panel, alpha: 0.75 });
  pen.hatch(box, colours.shut, 8, 0.7);
  pen.rect(inset(box, 0.5), { stroke: selected ? colours.accent : colours.shut, width: selected ? 2 : 1 });
  if (reason !== '' && box.h > 18 && box.w > widthOf(reason, 11) + 14) {
    const label = { x: box.x + 4, y: box.y + 4, w: widthOf(reason, 11) + 8, h: 15 };
    pen.rect(label, { fill: colours.page, alpha: 0.85 });
    pen.text([label.x + 4, label.y + 8], reason, { fill: colours.ink });
  }
}
