import { duration } from '../drawing/clock';
import { el, fill } from '../page/element';
import { told } from '../page/kpi-bar';
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

/** Two plans of berths: the live one and that of the sandbox, or the plan before and the one now. */
export function compareView(): { element: HTMLElement; picture: () => string } {
  const host = el('div', { class: 'stage document', id: 'comparison', role: 'region', tabindex: 0, 'aria-label': t('view.compare') });
  store.follow(whenChanged((state) => [state.desks.berths, state.view === 'compare'], (state) => {
    if (state.view === 'compare') {
      void compare(host, state).catch((error: Error) => tell(error.message, true));
    }
  }));
  return { element: el('main', { class: 'view', id: 'compare' }, host), picture: () => '' };
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

async function compare(host: HTMLElement, state: State): Promise<void> {
  const sides = sidesOf(state);
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

function figures([first, second]: [Side, Side], before: Verdict, after: Verdict): HTMLElement {
  const names = Object.keys(after.kpis).filter((name) => typeof after.kpis[name] === 'number' && typeof before.kpis[name] === 'number');
  const rows: [string, string, string, number][] = [
    [t('kpi.cost'), cost(before.totalCost), cost(after.totalCost), after.totalCost - before.totalCost],
    ...names.map((name): [string, string, string, number] => [t(`kpi.${name}`), told(name, before.kpis[name]), told(name, after.kpis[name]), Number(after.kpis[name]) - Number(before.kpis[name])]),
  ];
  return el('table', { id: 'kpi-differences' },
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, 'KPI'), ...[first.title, second.title, 'Δ'].map((title) => el('th', { scope: 'col', class: 'number' }, title)))),
    el('tbody', {}, ...rows.map(([name, one, other, difference]) => el('tr', {}, el('th', { scope: 'row' }, name), ...[one, other, signed(difference, Math.abs(difference) < 1 ? 3 : 1)].map((value) => el('td', { class: 'number' }, value))))));
}

function movedTable(moved: Moved[]): HTMLElement {
  const place = (at: Moved['before']): string => (at === null ? t('call.unplaced') : `${at.quay} ${at.positionMetres}`);
  return el('table', { id: 'moved-calls' },
    el('thead', {}, el('tr', {}, ...[t('call.name'), t('compare.before'), t('compare.after'), t('compare.later'), t('compare.metres'), t('call.cranes')].map((title) => el('th', { scope: 'col' }, title)))),
    el('tbody', {}, ...moved.map((one) => el('tr', {}, el('th', { scope: 'row' }, one.call), ...[place(one.before), place(one.after), one.later === null ? '–' : one.later > 0 ? `+${duration(one.later)}` : duration(one.later), one.metres === null ? '–' : signed(one.metres, 0), one.cranes === null ? '–' : signed(one.cranes, 0)].map((value) => el('td', {}, value))))));
}
