import type { Kind } from '../service/types';
import { kindOf, scenario, type State, store } from '../state/state';
import { boundOf } from '../state/bounds';
import { whenChanged } from '../state/store';
import { cost, number, percent } from '../text/numbers';
import { t } from '../text/text';
import { button, el, fill } from './element';

/** The figures that stand first, by kind. */
const chosen: Record<Kind, string[]> = {
  berths: ['directBerthingRate', 'meanWaitingHours', 'maxWaitingHours', 'lateCalls', 'rejectedCalls', 'berthOccupancyRate', 'craneUtilisationRate', 'movesPerGrossBerthHour', 'totalDeviationMetres'],
  cranes: ['workingCranes', 'makespanHours', 'craneIntensity', 'longCraneHours', 'interferenceHours', 'idleHours', 'travelMetres'],
  empties: ['asked', 'given', 'fulfilment', 'loads', 'legUse', 'idleDays', 'leasedDays', 'co2Kilograms', 'atTheEnd'],
};

/** Cost, bound and gap, whether the plan keeps all rules, and the key figures. */
export function kpiBar(): HTMLElement {
  const bar = el('section', { class: 'kpis', 'aria-label': 'KPI' });
  store.follow(whenChanged((state) => [scenario(state), state.run?.trace, state.view], (state) => fill(bar, ...parts(state))));
  return bar;
}

function parts(state: State): (HTMLElement | null)[] {
  const kind = kindOf(state);
  const shown = scenario(state);
  const run = state.run?.kind === kind ? state.run.trace.at(-1) : undefined;
  const now = run?.cost ?? (shown?.plan ? (shown.verdict?.totalCost ?? shown.job?.totalCost ?? null) : null);
  const bound = run !== undefined ? run.lowerBound : shown === null ? null : boundOf(shown);
  const kpis = shown?.verdict?.kpis ?? {};
  return [
    now === null ? null : figure('cost', t('kpi.cost'), cost(now), 'wide'),
    gap(now, bound),
    validity(state),
    ...chosen[kind].filter((name) => kpis[name] !== undefined && kpis[name] !== null).map((name) => figure(name, t(`kpi.${name}`), told(name, kpis[name]))),
  ];
}

/** Whether a figure is a share of one, told in percent. */
export function isShare(name: string): boolean {
  return /Rate$|fulfilment|legUse|seaRailShare/.test(name);
}

export function told(name: string, value: unknown): string {
  return typeof value !== 'number' ? String(value ?? '–') : isShare(name) ? percent(value) : number(value, Math.abs(value) >= 100 ? 0 : 1);
}

function figure(name: string, label: string, value: string, look = ''): HTMLElement {
  return el('div', { class: `figure ${look}`, 'data-kpi': name }, el('span', { class: 'label' }, label), el('span', { class: 'value' }, value));
}

/** How much of the cost is proven to be needed, as a bar. */
function gap(now: number | null, bound: number | null): HTMLElement {
  if (now === null || bound === null) {
    return now === null ? figure('gap', t('kpi.noPlan'), t('kpi.howToPlan', t('solve.start')), 'soft') : figure('gap', t('kpi.gap'), t('kpi.unbounded'), 'soft');
  }

  const share = now === 0 ? 1 : Math.max(0, Math.min(1, bound / now));
  const bar = el('meter', { min: 0, max: 1, value: share, 'aria-label': `${t('kpi.bound')} ${cost(bound)}` });
  return el('div', { class: 'figure gap', 'data-kpi': 'gap' },
    el('span', { class: 'label' }, `${t('kpi.bound')} ${cost(bound)}`),
    el('span', { class: 'value' }, bar, `${t('kpi.gap')} ${percent(1 - share)}`));
}

function validity(state: State): HTMLElement | null {
  const shown = scenario(state);
  if (!shown?.plan) {
    return null;
  }

  const verdict = shown.verdict;
  if (verdict === null) {
    return figure('valid', '', '…', 'soft');
  }

  const faults = verdict.faults.length + verdict.faultsNotListed;
  return faults === 0
    ? figure('valid', '', `✓ ${t('kpi.valid')}`, 'good')
    : el('div', { class: 'figure bad', 'data-kpi': 'valid' }, button(`✕ ${t('kpi.faults', faults)}`, () => store.update({ selected: verdict.faults.find((fault) => fault.item)?.item ?? null, panel: 'call' }), { id: 'faults' }));
}
