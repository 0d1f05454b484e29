import { openText } from '../session/documents';
import { el } from './element';

/** Lets the planner choose a file and opens it. */
export function openFile(): Promise<void> {
  return new Promise((resolve, reject) => {
    const input = el('input', { type: 'file', id: 'file', accept: '.json,application/json', hidden: true });
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      input.remove();
      (file === undefined ? Promise.resolve() : file.text().then(openText)).then(resolve, reject);
    });
    input.addEventListener('cancel', () => {
      input.remove();
      resolve();
    });
    document.body.append(input);
    input.click();
  });
}

