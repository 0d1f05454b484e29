import { openDemo, save, saveDocument } from '../session/documents';
import { openFile } from './files';
import { adopt, discard, openSandbox, redoStep, undoStep } from '../session/sandbox';
import { locksOf, solve, stop } from '../session/solve';
import type { Kind } from '../service/types';
import { kindOf, scenario, type State, store, tell, type View } from '../state/state';
import { whenChanged } from '../state/store';
import { t } from '../text/text';
import { button, el, fill } from './element';
import { menu } from './menu';
import { otherLanguage, otherTheme } from './preferences';

const views: View[] = ['berths', 'cranes', 'empties', 'compare'];

/** The bar at the top: views, documents, steps back, sandbox, and the solver. */
export function toolbar(showView: (view: View) => void, picture: () => string): HTMLElement {
  const tabs = el('nav', { class: 'tabs', 'aria-label': t('view.label') });
  const desk = el('div', { class: 'group' });
  const solver = el('div', { class: 'group solver' });
  store.follow(whenChanged((state) => [state.view], ({ view }) => fill(tabs, ...views.map((name) =>
    button(t(`view.${name}`), () => showView(name), { id: `view-${name}`, 'aria-current': name === view ? 'page' : undefined })))));
  store.follow(whenChanged((state) => [state.desks[kindOf(state)]], (state) => fill(desk, ...deskButtons(state))));
  store.follow(whenChanged((state) => [state.run === null, state.run?.stopping, state.run?.jobId, state.desks[kindOf(state)], state.view], (state) => fill(solver, ...solverParts(state))));
  const failed = (error: Error): void => tell(error.message, true);
  return el('header', { class: 'toolbar' },
    el('h1', { class: 'brand' }, 'BerthOpt'),
    tabs,
    el('div', { class: 'group' },
      button(t('bar.open'), () => void openFile().catch(failed), { id: 'open' }),
      menu('demo', t('bar.demo'), () => store.value.demos.map((demo) => ({ id: demo.id, label: demo.id, hint: demo.meaning, run: () => void openDemo(demo.id).catch(failed) }))),
      menu('save', t('bar.save'), () => [
        { id: 'problem', label: t('bar.problem'), run: () => saveDocument('problem') },
        { id: 'plan', label: t('bar.plan'), run: () => saveDocument('plan') },
        { id: 'picture', label: t('bar.picture'), run: () => save('plan.svg', 'image/svg+xml', picture()) },
        { id: 'print', label: t('bar.print'), run: () => window.print() },
      ])),
    desk,
    el('span', { class: 'space' }),
    solver,
    el('div', { class: 'group' },
      button(t('bar.language'), otherLanguage, { id: 'language', lang: t('bar.language') === 'English' ? 'en' : 'zh' }),
      button('◐', otherTheme, { id: 'theme', 'aria-label': t('bar.theme'), title: t('bar.theme') })));
}

function deskButtons(state: State): HTMLElement[] {
  const desk = state.desks[kindOf(state)];
  const steps = [
    button('↶', undoStep, { id: 'undo', 'aria-label': t('bar.undo'), title: `${t('bar.undo')} (Ctrl+Z)`, disabled: !desk?.past.length }),
    button('↷', redoStep, { id: 'redo', 'aria-label': t('bar.redo'), title: `${t('bar.redo')} (Ctrl+Y)`, disabled: !desk?.future.length }),
  ];
  return desk?.inSandbox === true
    ? [...steps, el('span', { class: 'badge', id: 'in-sandbox' }, t('bar.sandbox')), button(t('bar.adopt'), adopt, { id: 'adopt' }), button(t('bar.discard'), discard, { id: 'discard' })]
    : [...steps, button(t('bar.sandbox'), openSandbox, { id: 'sandbox', disabled: desk === undefined })];
}

function solverParts(state: State): HTMLElement[] {
  const run = state.run;
  if (run !== null) {
    return [
      el('span', { class: 'running', role: 'status' }, el('span', { class: 'spinner', 'aria-hidden': 'true' }), run.jobId === null ? t('solve.queued') : t('solve.running')),
      button(run.stopping ? t('solve.stopping') : t('solve.stop'), () => void stop(), { id: 'stop', class: 'primary', disabled: run.stopping || run.jobId === null }),
    ];
  }

  const kind: Kind = kindOf(state);
  const shown = scenario(state);
  const locks = kind === 'berths' ? locksOf(shown) : 0;
  const seconds = el('input', { type: 'number', id: 'seconds', min: 1, max: 3600, value: state.limitSeconds, title: t('bar.seconds'), 'aria-label': t('bar.seconds'), change: (event: Event) => store.update({ limitSeconds: Math.min(3600, Math.max(1, Number((event.target as HTMLInputElement).value) || 10)) }) });
  return [
    el('label', { class: 'seconds' }, seconds, 's'),
    button(locks > 0 ? `${t('solve.rest')} (${t('solve.locks', locks)})` : t('solve.start'), () => void solve(), { id: 'solve', class: 'primary', disabled: shown === null }),
  ];
}
