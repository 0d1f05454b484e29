import { button, el, fill } from './element';

export interface MenuItem {
  id: string;
  label: string;
  hint?: string;
  run: () => void;
}

/** A button that opens a list of things to do; arrows, Enter and Escape work in it. */
export function menu(id: string, label: string, items: () => MenuItem[]): HTMLElement {
  const list = el('div', { class: 'menu', role: 'menu', id: `${id}-menu`, hidden: true });
  const opener = button(label, () => (list.hidden ? open() : close()), { id, 'aria-haspopup': 'menu', 'aria-expanded': 'false', 'aria-controls': `${id}-menu` });
  const host = el('div', { class: 'menu-host' }, opener, list);

  function open(): void {
    fill(list, ...items().map((item) => {
      const entry = button(item.label, () => {
        close();
        item.run();
      }, { role: 'menuitem', id: `${id}-${item.id}` });
      if (item.hint !== undefined) {
        entry.append(el('small', {}, item.hint));
      }

      return entry;
    }));
    list.hidden = false;
    opener.setAttribute('aria-expanded', 'true');
    list.querySelector('button')?.focus();
  }

  function close(): void {
    list.hidden = true;
    opener.setAttribute('aria-expanded', 'false');
  }

  host.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !list.hidden) {
      close();
      opener.focus();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const entries = [...list.querySelectorAll('button')];
      const next = entries.indexOf(document.activeElement as HTMLButtonElement) + (event.key === 'ArrowDown' ? 1 : -1);
      entries[(next + entries.length) % entries.length]?.focus();
      event.preventDefault();
    }
  });
  host.addEventListener('focusout', (event) => {
    if (!host.contains(event.relatedTarget as Node | null)) {
      close();
    }
  });
  return host;
}
