import { Clock } from '../drawing/clock';
import { button, el, fill } from '../page/element';
import type { Counterfactual, ExplainedCall, Stretch } from '../service/explanation';
import { planner } from '../service/planner';
import type { BerthProblem } from '../service/types';
import { jobOf } from '../session/solve';
import { scenario, type State, store, tell } from '../state/state';
import { whenChanged } from '../state/store';
import { cost, signed } from '../text/numbers';
import { language, t } from '../text/text';

const mostStretches = 6;

/** Why the selected call lies where it lies: what stands in its way, and what its wishes would cost. */
export function whyPanel(show: (id: string) => void): HTMLElement {
  const host = el('div', { class: 'panel-body' });
  const draw = (state: State): void => fill(host, ...question(state, (answer) => fill(host, ...answerParts(answer, state, show))));
  store.follow(whenChanged((state) => [scenario(state, 'berths')?.plan, state.selected, state.panel === 'why', state.run === null], (state) => state.panel === 'why' && draw(state)));
  return host;
}

function question(state: State, answered: (answer: ExplainedCall) => void): HTMLElement[] {
  const call = state.selected;
  if (call === null || !scenario(state, 'berths')?.plan) {
    return [el('p', { class: 'soft' }, t('call.none'))];
  }

  const ask = button(t('why.ask'), () => {
    ask.disabled = true;
    ask.textContent = t('why.asking');
    explain(call).then((answer) => store.value.selected === call && answer !== null && answered(answer), (error: Error) => {
      tell(error.message, true);
      ask.disabled = false;
      ask.textContent = t('why.ask');
    });
  }, { id: 'why', class: 'primary', disabled: state.run !== null });
  return [el('h2', {}, call), ask];
}

async function explain(call: string): Promise<ExplainedCall | null> {
  const id = await jobOf('berths');
  return id === null ? null : ((await planner.explanation(id, call)).calls[0] ?? null);
}

function answerParts(answer: ExplainedCall, state: State, show: (id: string) => void): (HTMLElement | null)[] {
  const clock = new Clock((scenario(state, 'berths')!.problem as BerthProblem).origin);
  return [
    el('h2', {}, answer.call),
    el('dl', { class: 'facts' }, ...Object.entries(answer.cost).flatMap(([name, value]) => [el('dt', {}, name === 'total' ? t('kpi.cost') : t(`term.${name}`, name)), el('dd', {}, cost(value))])),
    answer.leftOut === undefined ? null : el('p', {}, `${t('call.unplaced')}: ${t(`why.${answer.leftOut.code}`, answer.leftOut.code)} ${answer.leftOut.costChange === undefined ? '' : signed(answer.leftOut.costChange, 0)}`),
    section(t('why.wishes'), (answer.counterfactuals ?? []).map((one) => wish(one, clock, show))),
    section(t('why.earlier'), stretches(answer.earlier, (one) => `${one.quay ?? ''} ${clock.instant(one.fromMinutes ?? 0)} – ${clock.instant(one.toMinutes ?? 0)}`)),
    section(t('why.nearer'), stretches(answer.nearer, (one) => `${one.quay ?? ''} ${one.fromMetres ?? 0}–${one.toMetres ?? 0} m`)),
    section(t('why.cranes'), stretches(answer.moreCranes && [answer.moreCranes], (one) => `${one.cranes ?? ''} ${t('call.cranes')}`)),
  ];
}

function section(title: string, items: HTMLElement[]): HTMLElement | null {
  return items.length === 0 ? null : el('section', { class: 'why' }, el('h2', { class: 'minor' }, title), el('ul', {}, ...items));
}

/** What a wish would cost, and who would move for it. */
function wish(one: Counterfactual, clock: Clock, show: (id: string) => void): HTMLElement {
  const where = [one.startMinutes === undefined ? '' : clock.instant(one.startMinutes), one.quay === undefined ? '' : `${one.quay} ${one.positionMetres ?? ''} m`].filter(Boolean).join(' · ');
  const price = one.costChange != null ? signed(one.costChange, 0) : one.leastCostChange != null ? `≥ ${signed(one.leastCostChange, 0)}` : t(`why.${one.status}`, one.status);
  return el('li', {}, el('strong', {}, `${t(`why.${one.code}`, one.code)} ${where}: ${price}`),
    el('ul', {}, ...(one.moves ?? []).map((move) => el('li', {}, button(move.call, () => show(move.call), { class: 'plain' }), ` ${signed(move.costChange, 0)} → ${!move.to ? t('call.unplaced') : `${move.to.quay} ${move.to.positionMetres} m, ${clock.instant(move.to.startMinutes)}`}`))));
}

function stretches(list: Stretch[] | undefined, where: (one: Stretch) => string): HTMLElement[] {
  return (list ?? []).slice(0, mostStretches).map((one) => el('li', {}, el('strong', {}, where(one)),
    one.obstacles?.length ? el('ul', {}, ...one.obstacles.map((obstacle) => el('li', {}, language() === 'en' ? obstacle.message : `${t(`code.${obstacle.code}`, obstacle.code)}: ${obstacle.message}`))) : ` ${one.costChange === undefined ? '' : signed(one.costChange, 0)}`));
}
