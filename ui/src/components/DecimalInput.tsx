import { NumberInput, type NumberInputProps } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { decimalOf, decimalSign } from '../lib/decimal';

interface Props extends Omit<NumberInputProps, 'value' | 'onChange' | 'decimalSeparator' | 'hideControls'> {
  value: number | null;
  /** Null while the field holds no number. */
  onChange: (value: number | null) => void;
}

/**
 * A number to type with the reader's decimal sign; a point and a comma both do. What is half typed, such as "2.", stays as it stands:
 * a field that holds only the number would take the point away again.
 */
export function DecimalInput({ value, onChange, ...others }: Props) {
  const { language } = useTranslation().i18n;
  const [typed, setTyped] = useState<number | string>(value ?? '');
  // Whoever typed last decides: the reader, as long as it says the value, or else the address or another field.
  const shown = decimalOf(typed) === value ? typed : value ?? '';
  return (
    <NumberInput {...others} hideControls decimalSeparator={decimalSign(language)} value={shown}
      onChange={(next) => { setTyped(typeof next === 'bigint' ? String(next) : next); onChange(decimalOf(next)); }} />
  );
}
