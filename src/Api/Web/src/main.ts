import { berthView } from './berths/view';
import { compareView } from './compare/view';
import { craneView } from './cranes/view';
import { applyTheme } from './drawing/palette';
import { emptiesView } from './empties/view';
import { askKey } from './page/ask-key';
import { el } from './page/element';
import { kpiBar } from './page/kpi-bar';
import { notices } from './page/notices';
import { whenLanguageChanges } from './page/preferences';
import { attachPrint } from './page/print';
import { toolbar } from './page/toolbar';
import { whenKeyIsNeeded } from './service/client';
import { planner } from './service/planner';
import { openFirst } from './session/documents';
import { reviewAlways } from './session/review';
import { redoStep, undoStep } from './session/sandbox';
import { kindOf, store, tell, type View } from './state/state';
import { whenChanged } from './state/store';
import { language, t } from './text/text';

const failed = (error: Error): void => tell(error.message, true);

function showView(view: View): void {
  store.update({ view });
  void openFirst(kindOf(store.value)).catch(failed);
}

/** The whole page, in the language of the moment. */
function build(): void {
  store.leave();
  document.documentElement.lang = language() === 'zh' ? 'zh-CN' : 'en';
  document.title = t('page.title');
  reviewAlways();
  const views: Record<View, { element: HTMLElement; picture: () => string }> = { berths: berthView(), cranes: craneView(), empties: emptiesView(), compare: compareView() };
  const picture = (): string => views[store.value.view].picture();
  document.body.replaceChildren(el('div', { class: 'page' }, toolbar(showView, picture), kpiBar(), ...Object.values(views).map((view) => view.element), notices()));
  store.follow(whenChanged((state) => [state.view], ({ view }) => Object.entries(views).forEach(([name, other]) => (other.element.hidden = name !== view))));
  attachPrint(picture);
}

document.addEventListener('keydown', (event) => {
  if ((event.ctrlKey || event.metaKey) && !(event.target instanceof HTMLInputElement)) {
    const key = event.key.toLowerCase();
    if (key === 'z' || key === 'y') {
      (key === 'y' || event.shiftKey ? redoStep : undoStep)();
      event.preventDefault();
    }
  }
});

applyTheme(store.value.theme);
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => applyTheme(store.value.theme));
whenKeyIsNeeded(askKey);
whenLanguageChanges(build);
build();
void openFirst('berths').catch(failed);
void planner.demos().then((demos) => store.update({ demos }), failed);
