import { duration } from '../drawing/clock';
import type { Point } from '../drawing/pen';
import { el, fill } from '../page/element';
import { cost } from '../text/numbers';
import { t } from '../text/text';
import { cranesOf } from './crew';
import type { Scene } from './draw/scene';
import type { Hand } from './hand';

const mostReasons = 4;

/** A small card beside the pointer: what a call is, or why it may not lie where it is held. */
export class PointerCard {
  readonly element = el('div', { class: 'pointer-card', role: 'status', hidden: true });

  hide(): void {
    this.element.hidden = true;
  }

  tellCall(scene: Scene, id: string, at: Point): void {
    const placed = scene.model.placed.find((other) => other.call.id === id);
    const call = placed?.call ?? scene.model.wishes.find((wish) => wish.call.id === id)?.call;
    if (call === undefined) {
      return;
    }

    const lines = [`${call.lengthMetres} m${call.draughtMetres === undefined ? '' : ` · ${t('call.draught')} ${call.draughtMetres} m`}`];
    if (placed === undefined) {
      lines.push(`${t('call.arrival')} ${scene.clock.instant(call.arrivalMinutes)}`, t('call.unplaced'));
    } else {
      const on = placed.assignment;
      lines.push(`${on.quay} ${on.positionMetres}–${placed.toMetres} m`, `${scene.clock.instant(on.startMinutes)} – ${scene.clock.instant(on.endMinutes)}`);
      lines.push([`${cranesOf(on)} ${t('call.cranes')}`, on.startMinutes > call.arrivalMinutes ? `${t('call.waits')} ${duration(on.startMinutes - call.arrivalMinutes)}` : '', placed.fate === 'late' ? `${t('call.late')} ${duration(on.endMinutes - call.dueMinutes!)}` : '', placed.locked ? t('call.locked') : ''].filter(Boolean).join(' · '));
    }

    this.show(at, '', el('strong', {}, id), ...lines.map((line) => el('div', {}, line)));
  }

  tellHeld(hand: Hand, at: Point): void {
    const { held, judgement } = hand;
    const on = held.assignment;
    if (on === null) {
      return;
    }

    const reasons = judgement?.reasons ?? [];
    this.show(
      at,
      held.verdict,
      el('strong', {}, { asked: '…', valid: `✓ ${t('drag.valid')}`, invalid: `✕ ${t('drag.invalid')}` }[held.verdict]),
      el('div', {}, `${on.quay} ${on.positionMetres} m · ${cranesOf(on)} ${t('call.cranes')} · ${duration(on.endMinutes - on.startMinutes)}`),
      judgement?.verdict === 'valid' ? el('div', {}, `${t('kpi.cost')} ${cost(judgement.cost)}`) : null,
      ...reasons.slice(0, mostReasons).map((fault) => el('div', { class: 'reason' }, `${t(`code.${fault.code}`, fault.message)}${fault.other && fault.other !== held.call.id ? ` (${fault.other})` : ''}`)),
      reasons.length > mostReasons ? el('div', {}, `+ ${reasons.length - mostReasons}`) : null,
    );
  }

  private show([x, y]: Point, look: string, ...children: (Node | null)[]): void {
    const card = this.element;
    fill(card, ...children);
    card.hidden = false;
    card.dataset['look'] = look;
    const host = card.parentElement!.getBoundingClientRect();
    const { width, height } = card.getBoundingClientRect();
    card.style.left = `${Math.max(4, x + 18 + width > host.width ? x - width - 12 : x + 18)}px`;
    card.style.top = `${Math.max(4, Math.min(y + 14, host.height - height - 4))}px`;
  }
}
