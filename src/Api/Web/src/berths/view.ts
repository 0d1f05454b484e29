import { button, el, fill } from '../page/element';
import { callPanel } from '../panels/call-panel';
import { callsPanel } from '../panels/calls-panel';
import { inboxPanel } from '../panels/inbox-panel';
import { runPanel } from '../panels/run-panel';
import { whyPanel } from '../panels/why-panel';
import { zonesPanel } from '../panels/zones-panel';
import { sidebar } from '../page/sidebar';
import { store } from '../state/state';
import { whenChanged } from '../state/store';
import { t } from '../text/text';
import { BerthChart } from './chart';
import { attachKeys } from './keys';
import { attachPointer } from './pointer';
import { PointerCard } from './pointer-card';

const legend = ['onTime', 'waits', 'late', 'fault', 'locked', 'wish', 'ghost', 'closed', 'ban'] as const;

/** The berth plan with its tools and panels. */
export function berthView(): { element: HTMLElement; picture: () => string } {
  const chart = new BerthChart();
  const card = new PointerCard();
  attachPointer(chart, card);
  attachKeys(chart, card);
  const show = (id: string): void => {
    store.update({ selected: id, zone: null, panel: 'call' });
    chart.show(id);
  };
  return {
    element: el('main', { class: 'view', id: 'berths' },
      el('div', { class: 'stage' },
        tools(chart),
        el('div', { class: 'chart-host' }, chart.canvas, card.element, el('p', { id: 'chart-keys', class: 'only-read' }, t('chart.keys')))),
      sidebar({ calls: callsPanel(show), call: callPanel(show), why: whyPanel(show), zones: zonesPanel(), inbox: inboxPanel(), run: runPanel('berths') })),
    picture: () => chart.svg(),
  };
}

function tools(chart: BerthChart): HTMLElement {
  const switches = el('div', { class: 'group' });
  store.follow(whenChanged((state) => [state.transposed, state.ghost, state.drawing], (state) => fill(switches,
    button(t('tool.transpose'), () => store.update({ transposed: !state.transposed }), { id: 'transpose', 'aria-pressed': String(state.transposed) }),
    button(t('tool.ghost'), () => store.update({ ghost: !state.ghost }), { id: 'ghost', 'aria-pressed': String(state.ghost) }),
    button(t('tool.zone'), () => store.update({ drawing: !state.drawing }), { id: 'draw-zone', 'aria-pressed': String(state.drawing) }))));
  return el('div', { class: 'tools' },
    switches,
    el('div', { class: 'group' },
      button('−', () => chart.viewport.by(1 / 1.4), { 'aria-label': t('tool.out'), title: t('tool.out') }),
      button('+', () => chart.viewport.by(1.4), { 'aria-label': t('tool.in'), title: t('tool.in') }),
      button(t('tool.fit'), () => chart.viewport.whole(), { id: 'fit' })),
    el('ul', { class: 'legend' }, ...legend.map((name) => el('li', { class: name }, t(`legend.${name}`)))));
}
