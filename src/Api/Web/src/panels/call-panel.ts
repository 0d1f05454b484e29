import { lockAll, takeOff, toggleLock } from '../berths/actions';
import { cranesOf } from '../berths/crew';
import { assignmentOf } from '../berths/edits';
import { endMetres } from '../berths/model';
import { Clock, duration } from '../drawing/clock';
import { button, el, fill } from '../page/element';
import type { Assignment, BerthPlan, BerthProblem, Call, Fault } from '../service/types';
import { scenario, type State, store } from '../state/state';
import { whenChanged } from '../state/store';
import { number } from '../text/numbers';
import { t } from '../text/text';

/** Everything about the selected call, and what can be done with it. */
export function callPanel(show: (id: string) => void): HTMLElement {
  const host = el('div', { class: 'panel-body' });
  store.follow(whenChanged((state) => [scenario(state, 'berths'), state.selected, state.panel === 'call', state.run === null], (state) => state.panel === 'call' && fill(host, ...parts(state, show))));
  return host;
}

function parts(state: State, show: (id: string) => void): (HTMLElement | null)[] {
  const shown = scenario(state, 'berths');
  const problem = shown?.problem as BerthProblem | undefined;
  const call = problem?.calls?.find((other) => other.id === state.selected);
  if (shown === null || problem === undefined || call === undefined) {
    return [el('p', { class: 'soft' }, t('call.none')), el('div', { class: 'group' }, button(t('tool.lockAll'), () => lockAll(true), { id: 'lock-all' }), button(t('tool.unlockAll'), () => lockAll(false), { id: 'unlock-all' }))];
  }

  const at = assignmentOf(shown.plan as BerthPlan | null, call.id);
  const faults = shown.verdict?.faults.filter((fault) => fault.item === call.id || fault.other === call.id) ?? [];
  const busy = state.run !== null;
  return [
    el('h2', {}, call.id),
    el('div', { class: 'group' },
      button(call.pin ? t('call.unlock') : t('call.lock'), () => toggleLock(call.id), { id: 'lock', 'aria-pressed': call.pin !== undefined, disabled: busy || (at === null && !call.pin) }),
      button(t('call.takeOff'), () => takeOff(call.id), { id: 'take-off', disabled: busy || at === null }),
      button(t('call.show'), () => show(call.id), { id: 'show' })),
    faults.length === 0 ? null : faultList(faults),
    facts(problem, call, at),
  ];
}

function faultList(faults: Fault[]): HTMLElement {
  return el('section', { class: 'faults' }, el('h2', { class: 'minor' }, t('call.faults')), el('ul', {}, ...faults.slice(0, 20).map((fault) => el('li', {}, el('strong', {}, t(`code.${fault.code}`, fault.code)), ` ${fault.message}`))));
}

function facts(problem: BerthProblem, call: Call, at: Assignment | null): HTMLElement {
  const clock = new Clock(problem.origin);
  const rows: [string, string][] = [
    [t('call.length'), `${call.lengthMetres} m`],
    [t('call.arrival'), clock.instant(call.arrivalMinutes)],
  ];
  if (at !== null) {
    const wait = at.startMinutes - call.arrivalMinutes;
    rows.push(
      [t('call.place'), `${at.quay} ${at.positionMetres}–${endMetres(problem, call, at)} m`],
      [t('call.berthing'), `${clock.instant(at.startMinutes)}${wait > 0 ? ` (+${duration(wait)})` : ''}`],
      [t('call.departure'), clock.instant(at.endMinutes)],
      [t('view.cranes'), at.cranes?.length ? `${at.cranes[0]}–${at.cranes.at(-1)} (${at.cranes.length})` : String(cranesOf(at))],
    );
  }

  if (call.dueMinutes !== undefined) {
    const late = at === null ? 0 : at.endMinutes - call.dueMinutes;
    rows.push([t('call.due'), `${clock.instant(call.dueMinutes)}${late > 0 ? ` (! ${duration(late)})` : ''}`]);
  }

  if (call.preferredPositionMetres !== undefined) {
    rows.push([t('call.wish'), `${call.preferredQuay ?? ''} ${call.preferredPositionMetres} m`]);
  }

  if (call.draughtMetres !== undefined) {
    const depth = at === null ? null : depthUnder(problem, call, at);
    rows.push([t('call.draught'), `${call.draughtMetres} m`]);
    if (depth !== null) {
      rows.push([t('call.underKeel'), `${number(depth - call.draughtMetres, 2)} m`]);
    }
  }

  if (call.moves !== undefined) {
    rows.push([t('call.moves'), String(call.moves)]);
  }

  rows.push([t('call.priority'), String(call.priority ?? 1)]);
  return el('dl', { class: 'facts' }, ...rows.flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)]));
}

/** The least depth below the call; null where the quay is deep enough for all. */
function depthUnder(problem: BerthProblem, call: Call, at: Assignment): number | null {
  const depths = problem.quays.find((quay) => quay.id === at.quay)?.depths ?? [];
  const to = at.positionMetres + call.lengthMetres;
  const below = depths.filter((depth) => depth.fromMetres < to && at.positionMetres < depth.toMetres).map((depth) => depth.depthMetres);
  return below.length === 0 ? null : Math.min(...below);
}
