import type { Assignment, BerthPlan, BerthProblem, Call, Fault } from '../service/types';
import { shortestMinutes } from './handling';

/** How a call fares: what its colour and its mark say. */
export type Fate = 'onTime' | 'waits' | 'late';

/** A call with its place, ready to be drawn. */
export interface Placed {
  call: Call;
  assignment: Assignment;
  toMetres: number;
  fate: Fate;
  faulty: boolean;
  locked: boolean;
}

/** A call without a place: where it wishes to lie. */
export interface Wish {
  call: Call;
  quay: string;
  positionMetres: number;
  endMinutes: number;
}

export interface Model {
  problem: BerthProblem;
  placed: Placed[];
  wishes: Wish[];
  ghosts: { call: Call; assignment: Assignment; toMetres: number }[];
}

export function modelOf(problem: BerthProblem, plan: BerthPlan | null, previous: BerthPlan | null, faults: readonly Fault[]): Model {
  const calls = new Map((problem.calls ?? []).map((call) => [call.id, call]));
  const now = new Map((plan?.assignments ?? []).map((entry) => [entry.call, entry.assignment]));
  const faulty = new Set(faults.flatMap((fault) => [fault.item, fault.other]));
  const placed: Placed[] = [];
  const wishes: Wish[] = [];
  for (const call of calls.values()) {
    const assignment = now.get(call.id);
    if (assignment) {
      placed.push({ call, assignment, toMetres: endMetres(problem, call, assignment), fate: fateOf(call, assignment), faulty: faulty.has(call.id), locked: call.pin !== undefined });
    } else {
      const quay = call.preferredQuay ?? problem.quays[0]!.id;
      wishes.push({ call, quay, positionMetres: call.preferredPositionMetres ?? 0, endMinutes: call.arrivalMinutes + shortestMinutes(problem, call) });
    }
  }

  const ghosts = (previous?.assignments ?? []).flatMap(({ call: id, assignment }) => {
    const call = calls.get(id);
    const moved = assignment !== null && !same(assignment, now.get(id) ?? null);
    return call !== undefined && moved ? [{ call, assignment, toMetres: endMetres(problem, call, assignment) }] : [];
  });
  return { problem, placed, wishes, ghosts };
}

export function same(a: Assignment | null, b: Assignment | null): boolean {
  return a === b || (a !== null && b !== null && a.quay === b.quay && a.positionMetres === b.positionMetres && a.startMinutes === b.startMinutes);
}

/** Where the call's right end lies: that of its hull, or of the last berth that it fills. */
export function endMetres(problem: BerthProblem, call: Call, assignment: Assignment): number {
  const berths = problem.quays.find((quay) => quay.id === assignment.quay)?.berths ?? [];
  const first = berths.findIndex((berth) => berth.id === assignment.berth);
  if (first < 0) {
    return assignment.positionMetres + call.lengthMetres;
  }

  let last = first;
  const needed = call.berthsNeeded ?? 1;
  while (last + 1 < berths.length && (last - first + 1 < needed || (call.berthsNeeded === undefined && berths[last]!.startMetres + berths[last]!.lengthMetres < assignment.positionMetres + call.lengthMetres))) {
    last++;
  }

  return berths[last]!.startMetres + berths[last]!.lengthMetres;
}

function fateOf(call: Call, assignment: Assignment): Fate {
  return call.dueMinutes !== undefined && assignment.endMinutes > call.dueMinutes ? 'late' : assignment.startMinutes > call.arrivalMinutes ? 'waits' : 'onTime';
}
