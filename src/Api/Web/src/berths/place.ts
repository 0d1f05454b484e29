import type { BerthProblem, Call } from '../service/types';
import type { Berthing } from './crew';
import { sectionOf, slotOf, snap } from './grid';
import { laneAt, type Layout } from './layout';

/** The place on the grid that is nearest to a point of the plan: metres over all quays, and minutes. */
export function nearestPlace(problem: BerthProblem, layout: Layout, call: Call, metres: number, minutes: number): Berthing {
  const lane = laneAt(layout, metres + call.lengthMetres / 2);
  const at = metres - lane.start;
  const slot = slotOf(problem);
  const startMinutes = Math.max(0, snap(minutes, slot));
  const quay = lane.quay;
  if ((quay.layout ?? 'continuous') !== 'continuous' && quay.berths?.length) {
    const berth = quay.berths.reduce((best, other) => (Math.abs(other.startMetres - at) < Math.abs(best.startMetres - at) ? other : best));
    return { quay: quay.id, berth: berth.id, positionMetres: berth.startMetres, startMinutes };
  }

  const most = Math.max(0, quay.lengthMetres - call.lengthMetres);
  const section = sectionOf(problem);
  const positionMetres = Math.min(Math.max(0, snap(at, section)), Math.floor(most / section) * section);
  return { quay: quay.id, positionMetres, startMinutes };
}
