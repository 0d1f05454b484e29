import type { BerthProblem, Quay } from '../service/types';
import { shortestMinutes } from './handling';

/** A quay as it lies in the picture: all quays in one row, with gaps. */
export interface Lane {
  quay: Quay;
  /** Metres from the left end of the first quay. */
  start: number;
}

export interface Layout {
  lanes: Lane[];
  metres: number;
  /** The horizon. */
  minutes: number;
  /** Until when there is something to see: what fills the picture at first. */
  busyMinutes: number;
}

const gapShare = 0.012;

const layouts = new WeakMap<BerthProblem, Layout>();

export function layoutOf(problem: BerthProblem): Layout {
  const known = layouts.get(problem);
  if (known !== undefined) {
    return known;
  }

  const whole = problem.quays.reduce((sum, quay) => sum + quay.lengthMetres, 0);
  const gap = whole * gapShare;
  let start = 0;
  const lanes = problem.quays.map((quay) => {
    const lane = { quay, start };
    start += quay.lengthMetres + gap;
    return lane;
  });
  const layout = { lanes, metres: Math.max(1, start - gap), minutes: problem.horizonMinutes, busyMinutes: busy(problem) };
  layouts.set(problem, layout);
  return layout;
}

export function laneOf(layout: Layout, quay: string): Lane | undefined {
  return layout.lanes.find((lane) => lane.quay.id === quay);
}

/** The lane at so many metres, or the nearest one. */
export function laneAt(layout: Layout, metres: number): Lane {
  return layout.lanes.findLast((lane) => lane.start <= metres) ?? layout.lanes[0]!;
}

/** The last call that leaves as early as it can, and half a day more. */
function busy(problem: BerthProblem): number {
  const ends = (problem.calls ?? []).map((call) => call.arrivalMinutes + shortestMinutes(problem, call));
  return Math.min(problem.horizonMinutes, Math.max(720, ...ends) + 720);
}
