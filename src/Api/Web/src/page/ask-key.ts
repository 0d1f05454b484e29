import { t } from '../text/text';
import { button, el } from './element';

/** Asks for the key of the service; it is kept for this window alone. */
export function askKey(): Promise<string | null> {
  return new Promise((resolve) => {
    const input = el('input', { type: 'password', id: 'key', 'aria-label': t('key.ask'), autocomplete: 'off' });
    const dialog = el('dialog', { class: 'dialog' });
    const close = (key: string | null): void => {
      dialog.close();
      dialog.remove();
      resolve(key);
    };
    dialog.append(el('form', { submit: (event: Event) => {
      event.preventDefault();
      close(input.value.trim() || null);
    } }, el('p', {}, t('key.ask')), input, el('div', { class: 'group' }, el('button', { type: 'submit', class: 'primary' }, t('key.give')), button(t('cancel'), () => close(null)))));
    dialog.addEventListener('cancel', () => close(null));
    document.body.append(dialog);
    dialog.showModal();
  });
}
