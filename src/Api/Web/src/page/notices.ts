import { said, store } from '../state/state';
import { whenChanged } from '../state/store';
import { button, el, fill } from './element';

const seconds = 8;

/** What the planner is told, in a line below the picture: politely, for a while; what is bad stays until the next word. */
export function notices(): HTMLElement {
  const host = el('div', { class: 'notices', role: 'status', 'aria-live': 'polite' });
  store.follow(whenChanged((state) => [state.notice], ({ notice }) => {
    fill(host, notice === null ? null : el('div', { class: notice.bad ? 'notice bad' : 'notice' },
      el('span', {}, said(notice.text)),
      notice.action === undefined ? null : button(said(notice.action.label), () => {
        store.update({ notice: null });
        notice.action!.run();
      }, { id: 'notice-action' }),
      button('×', () => store.update({ notice: null }), { 'aria-label': 'OK', class: 'plain' })));
    if (notice !== null && !notice.bad) {
      setTimeout(() => store.value.notice === notice && store.update({ notice: null }), seconds * 1000);
    }
  }));
  return host;
}
