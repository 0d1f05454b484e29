import { applyTheme, isDark } from '../drawing/palette';
import { store, type Theme } from '../state/state';
import { language, speak } from '../text/text';

let rebuild: () => void = () => undefined;

/** What builds the page anew in another language. */
export function whenLanguageChanges(then: () => void): void {
  rebuild = then;
}

export function otherLanguage(): void {
  speak(language() === 'en' ? 'zh' : 'en');
  rebuild();
  document.getElementById('language')?.focus();
}

export function otherTheme(): void {
  const theme: Theme = isDark(store.value.theme) ? 'light' : 'dark';
  localStorage.setItem('berthopt-theme', theme);
  applyTheme(theme);
  store.update({ theme });
}
