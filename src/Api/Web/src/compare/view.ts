import { Clock, duration } from '../drawing/clock';
import { Figure } from '../drawing/figure';
import { draw } from '../berths/draw/scene';
import { Frame } from '../berths/frame';
import { layoutOf } from '../berths/layout';
import { modelOf } from '../berths/model';
import { zoomIdentity } from 'd3-zoom';
import { el, fill } from '../page/element';
import { isShare, told } from '../page/kpi-bar';
import { planner } from '../service/planner';
import type { BerthPlan, BerthProblem, Verdict } from '../service/types';
import { type State, store, tell } from '../state/state';
import { whenChanged } from '../state/store';
import { cost, signed } from '../text/numbers';
import { t } from '../text/text';
import { type Moved, movedCalls } from './differences';

interface Side {
  title: string;
  problem: BerthProblem;
  plan: BerthPlan;
}

/** Two plans of berths: the live one and that of the sandbox, or the plan before and the one now; the second as a picture, with dotted edges where calls lay in the first. */
export function compareView(): { element: HTMLElement; picture: () => string } {
  const figure = new Figure(t('compare.picture'));
  const host = el('div', { class: 'document', id: 'comparison', role: 'region', tabindex: 0, 'aria-label': t('view.compare') });
  store.follow(whenChanged((state) => [state.desks.berths, state.view === 'compare', state.theme], (state) => {
    if (state.view === 'compare') {
      void compare(host, figure, state).catch((error: Error) => tell(error.message, true));
    }
  }));
  return { element: el('main', { class: 'view', id: 'compare' }, el('div', { class: 'stage' }, el('div', { class: 'chart-host' }, figure.element)), host), picture: () => figure.svg() };
}

function sidesOf(state: State): [Side, Side] | null {
  const desk = state.desks.berths;
  const side = (title: string, problem: unknown, plan: unknown): Side => ({ title, problem: problem as BerthProblem, plan: plan as BerthPlan });
  if (desk?.sandbox?.plan && desk.live.plan) {
    return [side(t('bar.live'), desk.live.problem, desk.live.plan), side(t('bar.sandbox'), desk.sandbox.problem, desk.sandbox.plan)];
  }

  const live = desk?.live;
  return live?.plan && live.previous ? [side(t('tool.ghost'), live.previous.problem, live.previous.plan), side(t('bar.live'), live.problem, live.plan)] : null;
}

async function compare(host: HTMLElement, figure: Figure, state: State): Promise<void> {
  const sides = sidesOf(state);
  picture(figure, sides);
  if (sides === null) {
    fill(host, el('p', { class: 'soft' }, t('compare.none')));
    return;
  }

  const [before, after] = await Promise.all(sides.map((side) => planner.evaluate('berths', side.problem, side.plan)));
  const moved = movedCalls(sides[0].plan, sides[1].plan);
  fill(host,
    el('h2', {}, `${sides[0].title} → ${sides[1].title}`),
    figures(sides, before!, after!),
    el('h2', {}, t('compare.moved', moved.length)),
    movedTable(moved));
}

function picture(figure: Figure, sides: [Side, Side] | null): void {
  if (sides === null) {
    figure.show(() => undefined);
    return;
  }

  const [before, { problem, plan }] = sides;
  const model = modelOf(problem, plan, before.plan, []);
  const clock = new Clock(problem.origin);
  figure.show((pen, { width, height }, colours) => draw(pen, {
    model, colours, clock, frame: new Frame(layoutOf(problem), width, height, zoomIdentity, false), selected: null, hovered: null, zone: null, sketch: null, held: null,
  }));
}

function figures([first, second]: [Side, Side], before: Verdict, after: Verdict): HTMLElement {
  const names = Object.keys(after.kpis).filter((name) => typeof after.kpis[name] === 'number' && typeof before.kpis[name] === 'number');
  const change = (name: string, by: number): string => (isShare(name) && by !== 0 ? `${signed(100 * by)} %` : signed(by, Math.abs(by) < 1 ? 2 : 1));
  const rows: [string, string, string, string][] = [
    [t('kpi.cost'), cost(before.totalCost), cost(after.totalCost), signed(after.totalCost - before.totalCost)],
    ...names.map((name): [string, string, string, string] => [t(`kpi.${name}`), told(name, before.kpis[name]), told(name, after.kpis[name]), change(name, Number(after.kpis[name]) - Number(before.kpis[name]))]),
  ];
  return el('table', { id: 'kpi-differences' },
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, 'KPI'), ...[first.title, second.title, 'Δ'].map((title) => el('th', { scope: 'col', class: 'number' }, title)))),
    el('tbody', {}, ...rows.map(([name, one, other, difference]) => el('tr', {}, el('th', { scope: 'row' }, name), ...[one, other, difference].map((value) => el('td', { class: 'number' }, value))))));
}

function movedTable(moved: Moved[]): HTMLElement {
  const place = (at: Moved['before']): string => (at === null ? t('call.unplaced') : `${at.quay} ${at.positionMetres} m`);
  return el('table', { id: 'moved-calls' },
    el('thead', {}, el('tr', {}, ...[t('call.name'), t('compare.before'), t('compare.after'), t('compare.later'), t('compare.metres'), t('view.cranes')].map((title) => el('th', { scope: 'col' }, title)))),
    el('tbody', {}, ...moved.map((one) => el('tr', {}, el('th', { scope: 'row' }, one.call), ...[place(one.before), place(one.after), one.later === null ? '–' : one.later > 0 ? `+${duration(one.later)}` : duration(one.later), one.metres === null ? '–' : signed(one.metres, 0), one.cranes === null ? '–' : signed(one.cranes, 0)].map((value) => el('td', {}, value))))));
}
