import type { BerthProblem, Problem } from '../service/types';
import type { Bound, Scenario } from './desk';

const mostBounds = 20;

/** The greatest bound that still holds; null when none does. */
export function boundOf({ problem, bounds }: Scenario): number | null {
  const holding = bounds.filter((bound) => restricts(problem, bound.problem)).map((bound) => bound.lowerBound);
  return holding.length === 0 ? null : Math.max(...holding);
}

export function withBound(bounds: Bound[], problem: Problem, lowerBound: number | null): Bound[] {
  return lowerBound === null ? bounds : [...bounds, { problem, lowerBound }].slice(-mostBounds);
}

/** Whether a problem is another one but for locks and zones that it has more: then it has no plan that the other one has not. */
function restricts(problem: Problem, other: Problem): boolean {
  if (problem === other) {
    return true;
  }

  const { calls = [], closures = [], ...rest } = problem as BerthProblem;
  const { calls: otherCalls = [], closures: otherClosures = [], ...otherRest } = other as BerthProblem;
  return same(rest, otherRest)
    && calls.length === otherCalls.length
    && calls.every((call, index) => same({ ...call, pin: null }, { ...otherCalls[index], pin: null }) && (otherCalls[index]!.pin === undefined || same(call.pin, otherCalls[index]!.pin)))
    && otherClosures.every((closure) => closures.includes(closure));
}

/** Whether two objects have the same properties; what is in them is never changed in place, so that it is the same when it is the same object. */
function same(one: object | undefined, other: object | undefined): boolean {
  const [first, second] = [Object.entries(one ?? {}), (other ?? {}) as Record<string, unknown>];
  return first.length === Object.keys(second).length && first.every(([name, value]) => second[name] === value);
}
