import type { BerthProblem } from '../service/types';

const defaults = { minutesPerSlot: 60, metresPerSection: 10 };

export function slotOf(problem: BerthProblem): number {
  return problem.grid?.minutesPerSlot ?? defaults.minutesPerSlot;
}

export function sectionOf(problem: BerthProblem): number {
  return problem.grid?.metresPerSection ?? defaults.metresPerSection;
}

export function snap(value: number, step: number): number {
  return clean(Math.round(value / step) * step);
}

/** Rounded up to a step; a millionth of one too much does not count. */
export function snapUp(value: number, step: number): number {
  return clean(Math.ceil(value / step - 1e-6) * step);
}

/** Without the dirt of binary fractions. */
function clean(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
