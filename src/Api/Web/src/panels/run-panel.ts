import { line } from 'd3-shape';
import { scaleLinear } from 'd3-scale';
import { el, fill } from '../page/element';
import type { Kind } from '../service/types';
import type { TracePoint } from '../state/desk';
import { kindOf, scenario, type State, store } from '../state/state';
import { whenChanged } from '../state/store';
import { cost, number } from '../text/numbers';
import { t } from '../text/text';

const size = { width: 312, height: 190, left: 58, right: 8, top: 8, bottom: 22 };

/** The run: cost and bound as they come nearer, and how it ended. */
export function runPanel(kind: Kind): HTMLElement {
  const host = el('div', { class: 'panel-body', role: 'region', tabindex: 0, 'aria-label': t('panel.run') });
  store.follow(whenChanged((state) => [scenario(state), state.run?.trace, state.run === null, state.panel === 'run', state.view], (state) => state.view === kind && (kind !== 'berths' || state.panel === 'run') && fill(host, ...parts(state))));
  return host;
}

function parts(state: State): HTMLElement[] {
  const shown = scenario(state);
  const running = state.run !== null && state.run.kind === kindOf(state);
  const trace = running ? state.run!.trace : (shown?.trace ?? []);
  const job = running ? null : (shown?.job ?? null);
  if (trace.length === 0 && job === null) {
    return [el('p', { class: 'soft' }, running ? t('solve.queued') : t('run.none'))];
  }

  const rows: [string, string][] = job === null ? [] : [
    [t('run.status'), t(`status.${job.solutionStatus}`)],
    [t('run.reason'), job.stopReason === null ? '–' : t(`stop.${job.stopReason}`)],
    [t('kpi.cost'), job.totalCost === null ? '–' : cost(job.totalCost)],
    [t('run.bound'), job.lowerBound === null ? '–' : cost(job.lowerBound)],
    [t('run.method'), job.boundMethod || '–'],
    [t('run.seconds'), number(Number(job.statistics?.seconds ?? 0), 2)],
    [t('run.work'), number(Number(job.statistics?.work ?? 0), 0)],
    [t('run.seed'), String(job.statistics?.seed ?? '')],
    [t('run.hash'), job.planHash?.slice(0, 16) ?? '–'],
  ];
  const terms = Object.entries(shown?.verdict?.cost ?? {}).filter(([name]) => name !== 'total');
  return [
    plot(trace),
    el('dl', { class: 'facts' }, ...rows.flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)])),
    ...(running || terms.length === 0 ? [] : [el('h2', { class: 'minor' }, t('kpi.cost')), el('dl', { class: 'facts' }, ...terms.flatMap(([name, value]) => [el('dt', {}, t(`term.${name}`, name)), el('dd', {}, cost(value))]))]),
  ];
}

/** Steps: a cost holds until a better one comes. */
function plot(trace: TracePoint[]): HTMLElement {
  const costs = trace.map((point) => point.cost).filter((value) => value !== null);
  const bounds = trace.map((point) => point.lowerBound).filter((value) => value !== null && value > 0) as number[];
  const last = trace.at(-1)?.seconds ?? 1;
  const x = scaleLinear([0, Math.max(last, 0.1)], [size.left, size.width - size.right]);
  const low = Math.min(...bounds, ...costs);
  const high = Math.max(...costs.map((value) => Math.min(value, Math.min(...costs) * 1.6)), ...bounds);
  const margin = high > low ? 0 : Math.max(1, Math.abs(low) * 0.05);
  const y = scaleLinear(Number.isFinite(low + high) ? [low - margin, high + margin] : [0, 1], [size.height - size.bottom, size.top]).nice(4).clamp(true);
  const steps = (value: (point: TracePoint) => number | null): string => {
    const points = trace.flatMap((point, index) => {
      const now = value(point);
      const next = trace[index + 1]?.seconds ?? last;
      return now === null ? [] : [[x(point.seconds), y(now)], [x(next), y(now)]] as [number, number][];
    });
    return line()(points) ?? '';
  };
  const ticks = y.ticks(4).map((tick) => `<line x1="${size.left}" x2="${size.width - size.right}" y1="${y(tick)}" y2="${y(tick)}" class="tick"/><text x="${size.left - 5}" y="${y(tick) + 3}" text-anchor="end">${cost(tick)}</text>`);
  const seconds = x.ticks(5).map((tick) => `<text x="${x(tick)}" y="${size.height - 6}" text-anchor="middle">${tick}</text>`);
  const host = el('figure', { class: 'plot', 'data-points': trace.length });
  host.innerHTML = `<svg viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${t('run.plot')}">${ticks.join('')}${seconds.join('')}<path class="bound" d="${steps((point) => point.lowerBound)}"/><path class="cost" d="${steps((point) => point.cost)}"/></svg>`;
  host.append(el('figcaption', {}, el('span', { class: 'key cost' }, t('run.cost')), el('span', { class: 'key bound' }, t('run.bound')), ` · s`));
  return host;
}
