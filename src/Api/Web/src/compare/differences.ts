import { cranesOf } from '../berths/crew';
import { assignmentOf } from '../berths/edits';
import type { Assignment, BerthPlan } from '../service/types';

export interface Moved {
  call: string;
  before: Assignment | null;
  after: Assignment | null;
  /** How much later, how far along the same quay, how many cranes more; null where one plan has no place. */
  later: number | null;
  metres: number | null;
  cranes: number | null;
}

/** The calls that lie elsewhere, at another time or with other cranes, the greatest changes in time first. */
export function movedCalls(before: BerthPlan, after: BerthPlan): Moved[] {
  return after.assignments
    .map(({ call, assignment }) => difference(call, assignmentOf(before, call), assignment))
    .filter((moved) => moved.before?.quay !== moved.after?.quay || moved.later !== 0 || moved.metres !== 0 || moved.cranes !== 0)
    .filter((moved) => moved.before !== null || moved.after !== null)
    .sort((a, b) => Math.abs(b.later ?? Infinity) - Math.abs(a.later ?? Infinity) || a.call.localeCompare(b.call));
}

function difference(call: string, before: Assignment | null, after: Assignment | null): Moved {
  return before === null || after === null
    ? { call, before, after, later: null, metres: null, cranes: null }
    : {
        call, before, after,
        later: after.startMinutes - before.startMinutes,
        metres: before.quay === after.quay ? after.positionMetres - before.positionMetres : null,
        cranes: cranesOf(after) - cranesOf(before),
      };
}
