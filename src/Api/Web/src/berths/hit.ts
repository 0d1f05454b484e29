import { inside, type Point } from '../drawing/pen';
import { boxOf } from './draw/calls';
import type { Scene } from './draw/scene';
import { laneOf } from './layout';

export type Hit = { what: 'call'; id: string; grip: { metres: number; minutes: number } } | { what: 'zone'; index: number } | null;

/** What lies under a point of the screen; calls lie above zones. */
export function hit(scene: Scene, point: Point): Hit {
  const { frame, model } = scene;
  if (!inside(frame.plot, point)) {
    return null;
  }

  const at = frame.invert(point);
  const grip = (quay: string, metres: number, minutes: number): { metres: number; minutes: number } => {
    const start = laneOf(frame.layout, quay)?.start ?? 0;
    return { metres: at.metres - start - metres, minutes: at.minutes - minutes };
  };
  const call = model.placed.findLast(({ assignment: on, toMetres }) => within(boxOf(scene, on.quay, on.positionMetres, toMetres, on.startMinutes, on.endMinutes), point));
  if (call !== undefined) {
    return { what: 'call', id: call.call.id, grip: grip(call.assignment.quay, call.assignment.positionMetres, call.assignment.startMinutes) };
  }

  const wish = model.wishes.findLast((other) => within(boxOf(scene, other.quay, other.positionMetres, other.positionMetres + other.call.lengthMetres, other.call.arrivalMinutes, other.endMinutes), point));
  if (wish !== undefined) {
    return { what: 'call', id: wish.call.id, grip: grip(wish.quay, wish.positionMetres, wish.call.arrivalMinutes) };
  }

  const index = (model.problem.closures ?? []).findLastIndex((closure) => {
    const length = laneOf(frame.layout, closure.quay)?.quay.lengthMetres ?? 0;
    return within(boxOf(scene, closure.quay, closure.fromMetres ?? 0, closure.toMetres ?? length, closure.fromMinutes, closure.toMinutes), point);
  });
  return index < 0 ? null : { what: 'zone', index };
}

function within(box: ReturnType<typeof boxOf>, point: Point): boolean {
  return box !== null && inside(box, point);
}
