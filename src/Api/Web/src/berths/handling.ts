import type { Assignment, BerthProblem, Call } from '../service/types';
import { slotOf, snapUp } from './grid';

/** How far a call would lie from its wish; 0 when it has none at this quay. */
export function deviation(call: Call, quay: string, positionMetres: number): number {
  const wished = call.preferredPositionMetres;
  return wished === undefined || (call.preferredQuay !== undefined && call.preferredQuay !== quay) ? 0 : Math.abs(positionMetres - wished);
}

/**
 * Minutes at the quay, as docs/berths-document.md describes the eight ways of handling; null where the call cannot be worked on.
 * The service's checker has the last word on it.
 */
export function handlingMinutes(problem: BerthProblem, call: Call, place: Pick<Assignment, 'quay' | 'berth' | 'positionMetres'>, cranes: number): number | null {
  const handling = call.handling;
  const column = cranes - (handling.minCranes ?? 0);
  const work = workOf(call, place.berth, column);
  if (work === null) {
    return null;
  }

  const rate = handling.productivity?.[column] ?? 1;
  const loss = 1 + (handling.deviationLossPerMetre ?? 0) * deviation(call, place.quay, place.positionMetres);
  return snapUp((work / rate) * loss, slotOf(problem));
}

function workOf(call: Call, berth: string | undefined, column: number): number | null {
  const handling = call.handling;
  const row = berth ?? '';
  const number =
    handling.minutes ??
    handling.craneMinutes ??
    (handling.minutesByCranes ?? handling.craneMinutesByCranes)?.[column] ??
    (handling.minutesByBerth ?? handling.craneMinutesByBerth)?.[row] ??
    (handling.minutesByBerthAndCranes ?? handling.craneMinutesByBerthAndCranes)?.[row]?.[column];
  return number ?? null;
}

/** When a call that is worked on until then may leave: a departure window, or the end of a ban, may keep it. */
export function leavesAt(problem: BerthProblem, call: Call, done: number): number {
  let at = done;
  for (let changed = true; changed; ) {
    changed = false;
    const windows = call.departureWindows;
    if (windows !== undefined && windows.length > 0) {
      const open = windows.find((window) => window.toMinutes > at);
      if (open !== undefined && open.fromMinutes > at) {
        at = open.fromMinutes;
        changed = true;
      }
    }

    for (const ban of problem.movements?.bans ?? []) {
      if (ban.fromMinutes <= at && at < ban.toMinutes && call.lengthMetres >= (ban.minLengthMetres ?? 0)) {
        at = ban.toMinutes;
        changed = true;
      }
    }
  }

  return at;
}

/** The shortest time that the call may take: what its outline shows while it has no place. */
export function shortestMinutes(problem: BerthProblem, call: Call): number {
  const { minCranes = 0, maxCranes = 0 } = call.handling;
  const berths = Object.keys(call.handling.minutesByBerth ?? call.handling.craneMinutesByBerth ?? call.handling.minutesByBerthAndCranes ?? call.handling.craneMinutesByBerthAndCranes ?? { '': 0 });
  const times = berths.flatMap((berth) =>
    Array.from({ length: Math.max(1, maxCranes - minCranes + 1) }, (_, index) => handlingMinutes(problem, call, { quay: '', berth, positionMetres: 0 }, minCranes + index)),
  );
  return Math.min(...times.filter((minutes): minutes is number => minutes !== null), problem.horizonMinutes);
}
