import { Clock, duration } from '../drawing/clock';
import { el, fill } from '../page/element';
import { assignmentOf } from '../berths/edits';
import { modelOf } from '../berths/model';
import type { BerthPlan, BerthProblem } from '../service/types';
import { scenario, store, type State } from '../state/state';
import { whenChanged } from '../state/store';
import { t } from '../text/text';

/** All calls in the order of berthing: what the picture shows, as a table. */
export function callsPanel(show: (id: string) => void): HTMLElement {
  const search = el('input', { type: 'search', id: 'find-call', placeholder: t('call.filter'), 'aria-label': t('call.filter') });
  const rows = el('tbody');
  const table = el('table', { class: 'calls' }, el('thead', {}, el('tr', {}, ...(['call.name', 'call.place', 'call.berthing', 'call.waits'] as const).map((key) => el('th', { scope: 'col' }, t(key))))), rows);
  const draw = (state: State): void => fill(rows, ...rowsOf(state, search.value.toLowerCase(), show));
  search.addEventListener('input', () => draw(store.value));
  store.follow(whenChanged((state) => [scenario(state, 'berths'), state.selected, state.panel], (state) => state.panel === 'calls' && draw(state)));
  return el('div', { class: 'panel-body' }, search, el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': t('panel.calls') }, table));
}

function rowsOf(state: State, wanted: string, show: (id: string) => void): HTMLElement[] {
  const shown = scenario(state, 'berths');
  if (shown === null) {
    return [];
  }

  const problem = shown.problem as BerthProblem;
  const plan = shown.plan as BerthPlan | null;
  const clock = new Clock(problem.origin);
  const fates = new Map(modelOf(problem, plan, null, shown.verdict?.faults ?? []).placed.map((placed) => [placed.call.id, placed]));
  return (problem.calls ?? [])
    .filter((call) => call.id.toLowerCase().includes(wanted))
    .map((call) => ({ call, at: assignmentOf(plan, call.id), placed: fates.get(call.id) }))
    .sort((a, b) => (a.at?.startMinutes ?? a.call.arrivalMinutes) - (b.at?.startMinutes ?? b.call.arrivalMinutes))
    .map(({ call, at, placed }) => {
      const wait = at === null ? 0 : at.startMinutes - call.arrivalMinutes;
      return el('tr', { class: call.id === state.selected ? 'selected' : '' },
        el('th', { scope: 'row' }, el('button', { type: 'button', class: 'plain', id: `row-${call.id}`, click: () => show(call.id) }, `${placed?.faulty ? '✕ ' : ''}${call.id}`, call.pin ? el('span', { class: 'lock', role: 'img', 'aria-label': t('call.locked') }) : null)),
        el('td', {}, at === null ? t('call.unplaced') : `${at.quay} ${at.positionMetres}`),
        el('td', {}, at === null ? '–' : clock.instant(at.startMinutes)),
        el('td', { class: `number ${placed?.fate ?? ''}` }, at === null ? '' : placed?.fate === 'late' ? `! ${duration(wait)}` : wait > 0 ? duration(wait) : '–'));
    });
}
