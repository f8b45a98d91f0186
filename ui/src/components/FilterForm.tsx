import { Button, Select, TagsInput, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useValues } from '../api/queries';
import { filterFields, operators, type Filter, type FilterField, type Operator } from '../lib/search';
import { isNamed, useWords } from './useWords';
import styles from './FilterBar.module.css';

/** Bots have a switch of their own beside the filters. */
const offered = filterFields.filter((name) => name !== 'bot');

/** Inside a popover, lists open in place: a portal would lie outside of the trapped focus. */
const inside = { withinPortal: false } as const;

/** Field, condition, values: values that occur in the events are offered while typing. */
export function FilterForm({ onAdd }: { onAdd: (filter: Filter) => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const [field, setField] = useState<FilterField>('channel');
  const [op, setOp] = useState<Operator>('is');
  const [values, setValues] = useState<string[]>([]);
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search, 200);
  // The server knows other names than the reader types; the list is short and is narrowed here.
  const known = useValues(field, isNamed(field) ? '' : asked, op === 'is' || op === 'is_not');

  const shown = useMemo(() => {
    const names = (known.data?.values ?? []).flatMap(({ value }) => (value === null ? [] : [value]));
    return new Map(names.map((name) => [words.value(field, name), name]));
  }, [known.data, field, words]);

  const chooseField = (next: string | null) => {
    setField((next ?? 'channel') as FilterField);
    setValues([]);
    setSearch('');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const complete = (search.trim() && !values.includes(search.trim()) ? [...values, search.trim()] : values).map((text) => shown.get(text) ?? text);
    if (op === 'exists') onAdd({ field, op, values: [] });
    else if (complete.length > 0) onAdd({ field, op, values: complete });
  };
  const button = useRef<HTMLButtonElement>(null);
  const many = op === 'is' || op === 'is_not';
  return (
    <form onSubmit={submit} className={styles.form}>
      <Select label={t('filter.field')} size="sm" value={field} onChange={chooseField} allowDeselect={false} searchable comboboxProps={inside}
        data={offered.map((name) => ({ value: name, label: t(`field.${name}`) }))} />
      <Select label={t('filter.op')} size="sm" value={op} onChange={(next) => setOp((next ?? 'is') as Operator)} allowDeselect={false} comboboxProps={inside}
        data={operators.map((name) => ({ value: name, label: t(`filter.ops.${name}`) }))} />
      {many && (
        <TagsInput label={t('filter.values')} size="sm" data={[...shown.keys()]} value={values} onChange={setValues} searchValue={search}
          onSearchChange={setSearch} comboboxProps={inside} maxDropdownHeight={200} data-autofocus
          // The list would lie over the button that comes next.
          onOptionSubmit={() => setTimeout(() => button.current?.focus())}
          placeholder={values.length === 0 ? t('filter.pickValues') : undefined} />
      )}
      {!many && op !== 'exists' && (
        <TextInput label={t('filter.values')} size="sm" value={search} placeholder={t('filter.anyText')} onChange={(event) => setSearch(event.currentTarget.value)} data-autofocus />
      )}
      <Button ref={button} type="submit" size="sm" disabled={op !== 'exists' && values.length === 0 && search.trim() === ''}>{t('filter.apply')}</Button>
    </form>
  );
}
