import { type Palette, seriesColour } from '../drawing/palette';
import type { Size } from '../drawing/figure';
import type { Pen, Point } from '../drawing/pen';
import type { EmptiesPlan, EmptiesProblem } from '../service/types';
import { number } from '../text/numbers';
import { flowsOf, type Series, stocksOf } from './stocks';

const gap = 14;

/** Stocks of each place over time, types on top of each other; all with the same scale. */
export function drawStocks(pen: Pen, { width, height }: Size, colours: Palette, problem: EmptiesProblem, plan: EmptiesPlan | null): void {
  const stocks = stocksOf(problem, plan);
  const places = problem.locations.map((location) => location.id);
  const columns = Math.max(1, Math.min(places.length, Math.round(Math.sqrt((places.length * width) / (height * 2)))));
  const rows = Math.ceil(places.length / columns);
  const [w, h] = [(width - gap) / columns, (height - 30) / rows];
  const types = problem.types.map((type) => type.id);
  const sums = places.map((place) => total(stocks.filter((series) => series.location === place), problem.periods));
  const most = Math.max(1, ...sums.flat());
  types.forEach((type, index) => pen.text([gap + index * 90, 12], `■ ${type}`, { fill: seriesColour(index), bold: true }));
  places.forEach((place, index) => {
    const box = { x: gap + (index % columns) * w, y: 30 + Math.floor(index / columns) * h, w: w - gap, h: h - 26 };
    pen.rect(box, { fill: colours.water });
    const x = (period: number): number => box.x + (period / problem.periods) * box.w;
    const y = (count: number): number => box.y + box.h * (1 - count / most);
    for (let period = 7; period < problem.periods; period += 7) {
      pen.line([x(period), box.y], [x(period), box.y + box.h], { stroke: colours.grid });
    }

    let below = new Array<number>(problem.periods).fill(0);
    types.forEach((type, at) => {
      const counts = stocks.find((series) => series.location === place && series.type === type)?.counts;
      if (counts !== undefined) {
        const above = below.map((low, period) => low + Math.max(0, counts[period]!));
        pen.path([...steps(above, x, y), ...steps(below, x, y).reverse()], { fill: seriesColour(at), alpha: 0.75 }, true);
        below = above;
      }
    });
    const safety = (problem.stocks ?? []).filter((stock) => stock.location === place).reduce((sum, stock) => sum + (stock.safetyStock ?? 0), 0);
    if (safety > 0) {
      pen.line([box.x, y(safety)], [box.x + box.w, y(safety)], { stroke: colours.lateEdge, dash: [4, 3] });
    }

    pen.text([box.x, box.y + box.h + 9], place, { fill: colours.ink, size: 11, bold: true });
    pen.text([box.x + box.w, box.y + box.h + 9], `max ${number(Math.max(...sums[index]!), 0)}`, { fill: colours.soft, size: 10, anchor: 'end' });
  });
}

function total(series: Series[], periods: number): number[] {
  return Array.from({ length: periods }, (_, period) => series.reduce((sum, one) => sum + Math.max(0, one.counts[period]!), 0));
}

function steps(counts: number[], x: (period: number) => number, y: (count: number) => number): Point[] {
  return counts.flatMap((count, period): Point[] => [[x(period), y(count)], [x(period + 1), y(count)]]);
}

/** Where empties come from and go to: bands from left to right, as wide as there are many. */
export function drawFlows(pen: Pen, { width, height }: Size, colours: Palette, problem: EmptiesProblem, plan: EmptiesPlan | null): void {
  const flows = flowsOf(problem, plan);
  const all = flows.reduce((sum, flow) => sum + flow.count, 0);
  if (all === 0) {
    return;
  }

  const places = problem.locations.map((location) => location.id);
  const [left, right] = [70, width - 70];
  const room = height - 30 - places.length * 5;
  const side = (of: (flow: { from: string; to: string }) => string): Map<string, { y: number; used: number; sum: number }> => {
    let y = 24;
    return new Map(places.map((place) => {
      const sum = flows.filter((flow) => of(flow) === place).reduce((count, flow) => count + flow.count, 0);
      const at = { y, used: 0, sum };
      y += (sum / all) * room + (sum > 0 ? 5 : 0);
      return [place, at];
    }));
  };
  const [from, to] = [side((flow) => flow.from), side((flow) => flow.to)];
  for (const flow of [...flows].sort((a, b) => places.indexOf(a.from) - places.indexOf(b.from) || places.indexOf(a.to) - places.indexOf(b.to))) {
    const thick = (flow.count / all) * room;
    const [a, b] = [from.get(flow.from)!, to.get(flow.to)!];
    const [ya, yb] = [a.y + a.used, b.y + b.used];
    a.used += thick;
    b.used += thick;
    const curve = (down: number): Point[] => Array.from({ length: 17 }, (_, index) => {
      const share = index / 16;
      const ease = share * share * (3 - 2 * share);
      return [left + (right - left) * share, ya + (yb - ya) * ease + down];
    });
    pen.path([...curve(0), ...curve(thick).reverse()], { fill: seriesColour(problem.types.findIndex((type) => type.id === flow.type)), alpha: 0.55 }, true);
  }

  for (const [places, x, anchor] of [[from, left - 6, 'end'], [to, right + 6, 'start']] as const) {
    for (const [place, { y, used, sum }] of places) {
      if (used > 7) {
        pen.rect({ x: anchor === 'end' ? left - 3 : right, y, w: 3, h: used }, { fill: colours.quay });
        pen.text([x, y + used / 2], `${place} ${number(sum, 0)}`, { fill: colours.ink, size: 10, anchor });
      }
    }
  }
}
