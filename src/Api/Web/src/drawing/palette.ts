import type { Theme } from '../state/state';

/**
 * Colours that people with any colour vision tell apart (M. Okabe, K. Ito, "Color Universal Design", 2008); nothing is said by
 * colour alone. The page's own colours come from here too, as custom properties, so that page and pictures agree.
 */
const light = {
  page: '#ffffff',
  panel: '#f5f7f9',
  line: '#d8dfe6',
  ink: '#1c2733',
  soft: '#526170',
  accent: '#005a8f',
  onAccent: '#ffffff',
  water: '#f4f7fa',
  grid: '#e2e8ee',
  day: '#a9b5c1',
  quay: '#526170',
  shut: '#8d9aa7',
  onTime: '#bcdcf0',
  onTimeEdge: '#0072b2',
  waits: '#f6dda6',
  waitsEdge: '#a36a00',
  late: '#f3c3a5',
  lateEdge: '#c04d00',
  fault: '#a3327c',
  good: '#00795a',
  bad: '#c04d00',
  tide: '#5aa9d6',
  callInk: '#16202a',
};

export type Palette = typeof light;

const dark: Palette = {
  page: '#10161d',
  panel: '#18212a',
  line: '#303c49',
  ink: '#e6edf3',
  soft: '#a0afbd',
  accent: '#6cc0ee',
  onAccent: '#0b1620',
  water: '#151d26',
  grid: '#222d38',
  day: '#4b5c6e',
  quay: '#a0afbd',
  shut: '#61707f',
  onTime: '#1f4d6b',
  onTimeEdge: '#56b4e9',
  waits: '#5d4712',
  waitsEdge: '#e6a62c',
  late: '#6b3313',
  lateEdge: '#ff8a3d',
  fault: '#e690c8',
  good: '#2fc79a',
  bad: '#ff8a3d',
  tide: '#3f86b0',
  callInk: '#eef4f9',
};

/** Colours of container types, cranes and other things that have a number. */
const series = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#d55e00', '#7d7d00', '#6f5fb5'];

export const forPaper = light;

export function isDark(theme: Theme): boolean {
  return theme === 'dark' || (theme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
}

export function paletteOf(theme: Theme): Palette {
  return isDark(theme) ? dark : light;
}

export function seriesColour(index: number): string {
  return series[index % series.length]!;
}

/** Gives the page's styles the colours of the theme. */
export function applyTheme(theme: Theme): void {
  const root = document.documentElement;
  root.dataset['theme'] = isDark(theme) ? 'dark' : 'light';
  for (const [name, colour] of Object.entries(paletteOf(theme))) {
    root.style.setProperty(`--${name}`, colour);
  }
}
