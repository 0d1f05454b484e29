import type { EmptiesPlan, EmptiesProblem } from '../service/types';

/** How many containers of a type are at a location at the end of each period. */
export interface Series {
  location: string;
  type: string;
  counts: number[];
}

export interface Flow {
  from: string;
  to: string;
  type: string;
  count: number;
}

/** Stocks follow from the problem's supplies and the plan's moves; without a plan, from supplies alone. */
export function stocksOf(problem: EmptiesProblem, plan: EmptiesPlan | null): Series[] {
  const changes = new Map<string, number[]>();
  const add = (location: string, type: string, period: number, count: number): void => {
    const key = `${location}\n${type}`;
    let row = changes.get(key);
    if (row === undefined) {
      changes.set(key, (row = new Array<number>(problem.periods).fill(0)));
    }

    if (period < problem.periods) {
      row[Math.max(0, period)]! += count;
    }
  };
  problem.stocks?.forEach((stock) => add(stock.location, stock.type, 0, stock.initial ?? 0));
  problem.supplies?.forEach((supply) => add(supply.location, supply.type, supply.period, supply.count));
  for (const move of movesOf(problem, plan)) {
    add(move.from, move.type, move.departs, -move.count);
    add(move.to, move.type, move.arrives, move.count);
  }

  for (const given of plan?.fulfilments ?? []) {
    const demand = problem.demands![given.demand]!;
    const each = given.type === demand.type ? 1 : (problem.substitutions?.find((other) => other.asked === demand.type && other.given === given.type)?.count ?? 1);
    add(demand.location, given.type, demand.period, -given.count * each);
  }

  for (const run of plan?.conversions ?? []) {
    const conversion = problem.conversions!.find((other) => other.id === run.conversion)!;
    add(conversion.location, conversion.from, run.period, -run.count * (conversion.in ?? 1));
    add(conversion.location, conversion.to, run.period + (conversion.delayPeriods ?? 0), run.count * (conversion.out ?? 1));
  }

  for (const [hires, sign, places] of [[plan?.onHires, 1, 'onHire'], [plan?.offHires, -1, 'offHire']] as const) {
    for (const hire of hires ?? []) {
      const lease = problem.leases!.find((other) => other.id === hire.lease)!;
      add(lease[places]![hire.place]!.location, lease.type, hire.period, sign * hire.count);
    }
  }

  return [...changes].map(([key, row]) => {
    const [location, type] = key.split('\n') as [string, string];
    let sum = 0;
    return { location, type, counts: row.map((change) => (sum += change)) };
  });
}

/** What goes from where to where, all periods together. */
export function flowsOf(problem: EmptiesProblem, plan: EmptiesPlan | null): Flow[] {
  const flows = new Map<string, Flow>();
  for (const { from, to, type, count } of movesOf(problem, plan)) {
    const key = `${from}\n${to}\n${type}`;
    const flow = flows.get(key) ?? { from, to, type, count: 0 };
    flow.count += count;
    flows.set(key, flow);
  }

  return [...flows.values()];
}

function movesOf(problem: EmptiesProblem, plan: EmptiesPlan | null): (Flow & { departs: number; arrives: number })[] {
  const voyages = new Map((problem.voyages ?? []).map((voyage) => [voyage.id, voyage]));
  const links = new Map((problem.links ?? []).map((link) => [link.id, link]));
  return [
    ...(plan?.voyages ?? []).map((move) => {
      const stops = voyages.get(move.voyage)!.stops;
      const [from, to] = [stops[move.fromStop]!, stops[move.toStop]!];
      return { from: from.location, to: to.location, type: move.type, count: move.count, departs: from.departurePeriod ?? from.arrivalPeriod, arrives: to.arrivalPeriod };
    }),
    ...(plan?.links ?? []).map((move) => {
      const link = links.get(move.link)!;
      return { from: link.from, to: link.to, type: move.type, count: move.count, departs: move.period, arrives: move.period + link.transitPeriods };
    }),
  ];
}
