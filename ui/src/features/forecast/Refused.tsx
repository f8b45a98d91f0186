import { IconCalendarStats } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../../api/problem';
import type { Asked } from '../../components/CardState';
import cards from '../../components/Card.module.css';

/** A history that is too short for an answer is nothing that failed: it says what is needed. */
export function tooShort(asked: Asked): boolean {
  return asked.error !== null && asProblem(asked.error).status === 409;
}

/** The same request without its refusal, so that a card shows what it has to say instead of an error. */
export function calm(asked: Asked): Asked {
  return tooShort(asked) ? { ...asked, data: asked.data ?? {}, error: null } : asked;
}

export function Refused({ asked, height, what }: { asked: Asked; height: number; what: 'history' | 'buyers' }) {
  const { t } = useTranslation();
  const numbers = asProblem(asked.error).detail.match(/\d+/g) ?? [];
  const said = what === 'history' ? { needed: numbers[1], known: numbers[2] } : { needed: numbers[0], again: numbers[1], known: numbers[2], knownAgain: numbers[3] };
  return (
    <div className={cards.state} style={{ minHeight: height }}>
      <span className={cards.icon}><IconCalendarStats size={20} aria-hidden /></span>
      <strong>{t(`forecast.short.${what}`)}</strong>
      <p>{t(`forecast.short.${what}How`, said)}</p>
    </div>
  );
}
