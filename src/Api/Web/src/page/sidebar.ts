import { type Panel, store } from '../state/state';
import { whenChanged } from '../state/store';
import { t } from '../text/text';
import { button, el, fill } from './element';

/** Panels beside the picture, one of which is open. */
export function sidebar(panels: Partial<Record<Panel, HTMLElement>>): HTMLElement {
  const tabs = el('div', { class: 'panel-tabs', role: 'tablist', 'aria-label': t('panel.label') });
  const names = Object.keys(panels) as Panel[];
  const bodies = names.map((name) => {
    const body = panels[name]!;
    body.id = `panel-${name}`;
    body.setAttribute('role', 'tabpanel');
    body.tabIndex = 0;
    body.setAttribute('aria-labelledby', `tab-${name}`);
    return body;
  });
  store.follow(whenChanged((state) => [state.panel], ({ panel }) => {
    const open = names.includes(panel) ? panel : names[0]!;
    fill(tabs, ...names.map((name) => button(t(`panel.${name}`), () => store.update({ panel: name }), { role: 'tab', id: `tab-${name}`, 'aria-selected': String(name === open), 'aria-controls': `panel-${name}`, tabindex: name === open ? 0 : -1 })));
    bodies.forEach((body, index) => (body.hidden = names[index] !== open));
  }));
  tabs.addEventListener('keydown', (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by !== undefined) {
      const now = names.indexOf(document.activeElement?.id.slice('tab-'.length) as Panel);
      const next = names[(now + by + names.length) % names.length]!;
      store.update({ panel: next });
      setTimeout(() => document.getElementById(`tab-${next}`)?.focus());
    }
  });
  return el('div', { class: 'sidebar' }, tabs, ...bodies);
}
