import { chinese } from './chinese';
import { english, type Key } from './english';

export type Language = 'en' | 'zh';

const name = 'berthopt-language';

let spoken: Language = (localStorage.getItem(name) as Language | null) ?? (navigator.language.startsWith('zh') ? 'zh' : 'en');

export function language(): Language {
  return spoken;
}

/** The page is drawn anew in the other language. */
export function speak(other: Language): void {
  spoken = other;
  localStorage.setItem(name, other);
}

/**
 * A text in the language of the page; {0} stands for the first value. For keys that the page may not know (codes of the service),
 * the first value is the text instead.
 */
export function t(key: Key | `code.${string}` | `kpi.${string}` | `term.${string}` | `event.${string}` | `why.${string}` | `price.${string}`, ...values: (string | number)[]): string {
  const text = (spoken === 'zh' ? (chinese as Record<string, string>)[key] : undefined) ?? (english as Record<string, string>)[key];
  return text === undefined ? String(values[0] ?? key.slice(key.indexOf('.') + 1)) : text.replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)] ?? ''));
}
