import { scaleLinear } from 'd3-scale';
import { type Palette, seriesColour } from '../drawing/palette';
import { inset, type Pen, type Point, widthOf } from '../drawing/pen';
import type { Size } from '../drawing/figure';
import type { CranePlan, CraneProblem } from '../service/types';
import { t } from '../text/text';

/** Between two lines of the time axis, in seconds. */
const steps = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400];
const margin = { left: 64, top: 44, right: 16, bottom: 14 };

/** The bay-time diagram: bays across, time down, a block for each task and a line for the way of each crane. */
export function drawCranes(pen: Pen, { width, height }: Size, colours: Palette, problem: CraneProblem, plan: CranePlan | null): void {
  const tasks = new Map((problem.tasks ?? []).map((task) => [task.id, task]));
  const positions = [...new Set([...tasks.values()].map((task) => task.positionMetres))].sort((a, b) => a - b);
  const apart = Math.min(...positions.slice(1).map((position, index) => position - positions[index]!), 20);
  const end = Math.max(1, ...(plan?.assignments ?? []).map((entry) => entry.endSeconds), plan === null ? problem.horizonSeconds : 0);
  const x = scaleLinear([positions[0]! - apart, positions.at(-1)! + apart], [margin.left, width - margin.right]);
  const y = scaleLinear([0, end * 1.02], [margin.top, height - margin.bottom]);
  const plot = { x: margin.left, y: margin.top, w: width - margin.left - margin.right, h: height - margin.top - margin.bottom };
  pen.rect(plot, { fill: colours.water });
  axes(pen, colours, x, y, end, positions, tasks, width);
  for (const vessel of problem.vessels ?? []) {
    if (vessel.dueSeconds !== undefined && vessel.dueSeconds < end) {
      pen.line([margin.left, y(vessel.dueSeconds)], [width - margin.right, y(vessel.dueSeconds)], { stroke: colours.lateEdge, dash: [6, 4] });
    }
  }

  const secondsPerMetre = (problem.rail?.travelSeconds ?? 0) / (problem.rail?.travelMetres ?? problem.grid?.metresPerSection ?? 1);
  const wide = Math.max(4, (x(apart) - x(0)) * 0.86);
  problem.cranes.forEach((crane, index) => {
    const colour = seriesColour(index);
    const own = (plan?.assignments ?? []).filter((entry) => entry.crane === crane.id).sort((a, b) => a.startSeconds - b.startSeconds);
    const way: Point[] = crane.startMetres === undefined ? [] : [[x(crane.startMetres), y(crane.readySeconds ?? 0)]];
    let metres = crane.startMetres;
    for (const entry of own) {
      // It stays where it was until it must go.
      const to = tasks.get(entry.task)!.positionMetres;
      if (metres !== undefined) {
        way.push([x(metres), y(Math.max(crane.readySeconds ?? 0, entry.startSeconds - Math.abs(to - metres) * secondsPerMetre))]);
      }

      way.push([x(to), y(entry.startSeconds)], [x(to), y(entry.endSeconds)]);
      metres = to;
    }

    pen.path(way, { stroke: colour, width: 2, alpha: 0.9 });
    for (const entry of own) {
      const task = tasks.get(entry.task)!;
      const box = inset({ x: x(task.positionMetres) - wide / 2, y: y(entry.startSeconds), w: wide, h: y(entry.endSeconds) - y(entry.startSeconds) }, 0.5);
      pen.rect(box, { fill: colours.page });
      pen.rect(box, { fill: colour, alpha: 0.3 });
      if (task.place === 'hold') {
        pen.hatch(box, colour, 6, 0.6);
      }

      pen.rect(box, { stroke: colour, width: 1.5 });
      const label = box.w > widthOf(`${task.id} · ${crane.id}`, 10) + 6 ? `${task.id} · ${crane.id}` : crane.id;
      if (box.h > 12 && box.w > widthOf(label, 10) + 2) {
        pen.text([box.x + box.w / 2, box.y + box.h / 2], label, { fill: colours.ink, size: 10, anchor: 'middle' });
      }
    }

    pen.text([margin.left + index * 74, 12], `▬ ${t('cranes.crane')} ${crane.id}`, { fill: colour, size: 11, bold: true });
  });
}

function axes(pen: Pen, colours: Palette, x: (metres: number) => number, y: (seconds: number) => number, end: number, positions: number[], tasks: Map<string, { positionMetres: number; bay?: number }>, width: number): void {
  const bays = new Map([...tasks.values()].map((task) => [task.positionMetres, task.bay]));
  let last = -Infinity;
  for (const position of positions) {
    const bay = bays.get(position);
    if (x(position) - last > 30) {
      last = x(position);
      pen.text([last, margin.top - 10], bay === undefined ? String(position) : String(bay).padStart(2, '0'), { fill: colours.soft, size: 10, anchor: 'middle' });
    }
  }

  const step = steps.find((seconds) => y(seconds) - y(0) >= 30) ?? steps.at(-1)!;
  for (let seconds = 0; seconds <= end; seconds += step) {
    pen.line([margin.left, y(seconds)], [width - margin.right, y(seconds)], { stroke: colours.grid });
    pen.text([margin.left - 6, y(seconds)], clock(seconds), { fill: colours.soft, size: 10, anchor: 'end' });
  }
}

function clock(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), Math.round(seconds % 60)];
  return `${hours}:${String(minutes).padStart(2, '0')}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}
