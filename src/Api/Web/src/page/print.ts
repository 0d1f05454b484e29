import { el } from './element';

let beforePrint: (() => void) | null = null;

/** On paper stands the whole picture, sharp at any size, instead of the part of it on the screen. */
export function attachPrint(picture: () => string): void {
  const sheet = el('div', { class: 'sheet', 'aria-hidden': 'true' });
  document.body.append(sheet);
  if (beforePrint !== null) {
    removeEventListener('beforeprint', beforePrint);
  }

  beforePrint = () => {
    sheet.innerHTML = picture();
  };
  addEventListener('beforeprint', beforePrint);
}
