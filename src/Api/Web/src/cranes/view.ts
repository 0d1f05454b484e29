import { Figure } from '../drawing/figure';
import { el, fill } from '../page/element';
import { runPanel } from '../panels/run-panel';
import type { CranePlan, CraneProblem } from '../service/types';
import { scenario, type State, store } from '../state/state';
import { whenChanged } from '../state/store';
import { number, percent } from '../text/numbers';
import { t } from '../text/text';
import { drawCranes } from './picture';

/** The work of the cranes on a vessel. */
export function craneView(): { element: HTMLElement; picture: () => string } {
  const figure = new Figure(t('cranes.label'));
  const table = el('div', { class: 'panel-body' });
  store.follow(whenChanged((state) => [scenario(state, 'cranes'), state.run?.plan, state.theme], (state) => {
    const shown = scenario(state, 'cranes');
    if (shown !== null) {
      const [problem, plan] = [shown.problem as CraneProblem, planOf(state)];
      figure.show((pen, size, colours) => drawCranes(pen, size, colours, problem, plan));
      fill(table, el('h2', {}, problem.name ?? t('view.cranes')), summary(problem, plan));
    }
  }));
  return {
    element: el('main', { class: 'view', id: 'cranes' }, el('div', { class: 'stage' }, el('div', { class: 'chart-host' }, figure.element)), el('div', { class: 'sidebar' }, table, runPanel('cranes'))),
    picture: () => figure.svg(),
  };
}

function planOf(state: State): CranePlan | null {
  return ((state.run?.kind === 'cranes' ? state.run.plan : null) ?? scenario(state, 'cranes')?.plan ?? null) as CranePlan | null;
}

/** What each crane does, as a table. */
function summary(problem: CraneProblem, plan: CranePlan | null): HTMLElement {
  const end = Math.max(1, ...(plan?.assignments ?? []).map((entry) => entry.endSeconds));
  return el('table', {},
    el('thead', {}, el('tr', {}, ...(['cranes.crane', 'cranes.tasks', 'cranes.hours', 'cranes.share'] as const).map((key) => el('th', { scope: 'col' }, t(key))))),
    el('tbody', {}, ...problem.cranes.map((crane) => {
      const own = (plan?.assignments ?? []).filter((entry) => entry.crane === crane.id);
      const work = own.reduce((sum, entry) => sum + entry.endSeconds - entry.startSeconds, 0);
      return el('tr', {}, el('th', { scope: 'row' }, crane.id), el('td', { class: 'number' }, String(own.length)), el('td', { class: 'number' }, number(work / 3600, 2)), el('td', { class: 'number' }, percent(work / end)));
    })));
}
