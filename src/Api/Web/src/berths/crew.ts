import type { Assignment, BerthPlan, BerthProblem, Call, CranePool } from '../service/types';
import { handlingMinutes, leavesAt } from './handling';

export function poolOf(problem: BerthProblem, quay: string): CranePool | undefined {
  return problem.cranePools?.find((pool) => pool.quays.includes(quay));
}

export function cranesOf(assignment: Assignment): number {
  return assignment.cranes?.length ?? assignment.craneCount ?? 0;
}

/** A place and a time for a call, before its cranes and its end are known. */
export interface Berthing {
  quay: string;
  berth?: string;
  positionMetres: number;
  startMinutes: number;
}

/**
 * An assignment there: as many cranes as wished or, where there are fewer between those of its neighbours, fewer; of these the
 * nearest to the ones that it had. Null when the call cannot be worked on there.
 */
export function crewed(problem: BerthProblem, plan: BerthPlan, call: Call, at: Berthing, had: Assignment | null): Assignment | null {
  const { minCranes = 0, maxCranes = 0 } = call.handling;
  const pool = poolOf(problem, at.quay);
  const wished = had === null ? maxCranes : Math.min(Math.max(cranesOf(had), minCranes), maxCranes);
  let fallback: Assignment | null = null;
  for (let count = wished; count >= minCranes; count--) {
    const minutes = handlingMinutes(problem, call, at, count);
    if (minutes === null) {
      continue;
    }

    const stay = { ...at, endMinutes: leavesAt(problem, call, at.startMinutes + minutes) };
    if (pool?.rule === 'total' || pool === undefined || count === 0) {
      return count === 0 && pool?.rule !== 'total' ? stay : { ...stay, craneCount: count };
    }

    const first = firstCrane(problem, plan, call, stay, pool, count, had?.cranes?.[0] ?? null);
    const crew = (from: number): Assignment => ({ ...stay, cranes: Array.from({ length: count }, (_, index) => from + index) });
    if (first !== null) {
      return crew(first);
    }

    fallback ??= crew(had?.cranes?.[0] ?? 1);
  }

  return fallback;
}

function firstCrane(problem: BerthProblem, plan: BerthPlan, call: Call, stay: Assignment, pool: CranePool, count: number, had: number | null): number | null {
  let [least, most] = [1, pool.count];
  const order = (assignment: Assignment): number => pool.quays.indexOf(assignment.quay) * 1e9 + assignment.positionMetres;
  for (const { call: other, assignment } of plan.assignments) {
    if (other !== call.id && assignment?.cranes?.length && pool.quays.includes(assignment.quay) && assignment.startMinutes < stay.endMinutes && stay.startMinutes < assignment.endMinutes) {
      if (order(assignment) < order(stay)) {
        least = Math.max(least, assignment.cranes.at(-1)! + 1);
      } else {
        most = Math.min(most, assignment.cranes[0]! - 1);
      }
    }
  }

  const out = new Set((pool.outages ?? []).filter((outage) => outage.fromMinutes < stay.endMinutes && stay.startMinutes < outage.toMinutes).map((outage) => outage.crane));
  const lane = problem.quays.find((quay) => quay.id === stay.quay)!;
  const aim = had ?? Math.round((stay.positionMetres / lane.lengthMetres) * (pool.count - count)) + 1;
  const free = Array.from({ length: Math.max(0, most - least - count + 2) }, (_, index) => least + index)
    .filter((first) => !Array.from({ length: count }, (_, index) => first + index).some((crane) => out.has(crane)));
  return free.length === 0 ? null : free.reduce((best, first) => (Math.abs(first - aim) < Math.abs(best - aim) ? first : best));
}
