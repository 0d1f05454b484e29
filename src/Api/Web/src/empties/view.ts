import { Figure } from '../drawing/figure';
import { el } from '../page/element';
import { runPanel } from '../panels/run-panel';
import type { EmptiesPlan, EmptiesProblem } from '../service/types';
import { scenario, store } from '../state/state';
import { whenChanged } from '../state/store';
import { t } from '../text/text';
import { drawFlows, drawStocks } from './picture';

/** Stocks of empties by place over time, and the flows between the places. */
export function emptiesView(): { element: HTMLElement; picture: () => string } {
  const stocks = new Figure(t('empties.stocks'));
  const flows = new Figure(t('empties.flows'));
  store.follow(whenChanged((state) => [scenario(state, 'empties'), state.run?.plan, state.theme], (state) => {
    const shown = scenario(state, 'empties');
    if (shown !== null) {
      const problem = shown.problem as EmptiesProblem;
      const plan = ((state.run?.kind === 'empties' ? state.run.plan : null) ?? shown.plan) as EmptiesPlan | null;
      stocks.show((pen, size, colours) => drawStocks(pen, size, colours, problem, plan));
      flows.show((pen, size, colours) => drawFlows(pen, size, colours, problem, plan));
    }
  }));
  const part = (title: string, figure: Figure, look: string): HTMLElement => el('section', { class: look }, el('h2', {}, title), figure.element);
  return {
    element: el('main', { class: 'view', id: 'empties' },
      el('div', { class: 'stage halves' }, part(t('empties.stocks'), stocks, 'half large'), part(t('empties.flows'), flows, 'half')),
      el('div', { class: 'sidebar' }, runPanel('empties'))),
    picture: () => stocks.svg(),
  };
}
