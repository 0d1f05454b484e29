import { language } from './text';

function format(value: number, options: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(language() === 'zh' ? 'zh-CN' : 'en-GB', options).format(value);
}

export function cost(value: number): string {
  return format(value, { maximumFractionDigits: Math.abs(value) < 1000 ? 1 : 0 });
}

export function number(value: number, digits = 1): string {
  return format(value, { maximumFractionDigits: digits });
}

export function percent(share: number): string {
  return format(share, { style: 'percent', maximumFractionDigits: share > 0 && share < 0.1 ? 2 : 1 });
}

/** With its sign, for differences. */
export function signed(value: number, digits = 1): string {
  return value === 0 ? '±0' : format(value, { maximumFractionDigits: digits, signDisplay: 'always' }).replace('-', '−');
}
