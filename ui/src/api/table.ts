import type { Answer } from './client';

type Raw = Answer['rows'][number][number];

/** Reads an answer by column name. Decimals may come as texts so that no digit is lost on the way; they are figures here. */
export class Table {
  readonly #index: Map<string, number>;

  constructor(readonly answer: Answer) {
    this.#index = new Map(answer.columns.map((column, index) => [column.name, index]));
  }

  get size(): number {
    return this.answer.rows.length;
  }

  /** Name of the first column that is a dimension: the time of a trend, the group of a breakdown. */
  get dimension(): string {
    return this.answer.columns.find(({ role }) => role === 'dimension')?.name ?? '';
  }

  unit(column: string): string | null {
    return this.answer.columns.find(({ name }) => name === column)?.unit ?? null;
  }

  has(column: string): boolean {
    return this.#index.has(column);
  }

  number(row: number, column: string): number | null {
    const value = this.#cell(row, column);
    if (value === null || value === undefined || value === '') return null;
    const figure = Number(value);
    return Number.isFinite(figure) ? figure : null;
  }

  text(row: number, column: string): string | null {
    const value = this.#cell(row, column);
    return value === null || value === undefined ? null : String(value);
  }

  numbers(column: string): (number | null)[] {
    return this.answer.rows.map((_, row) => this.number(row, column));
  }

  texts(column: string): (string | null)[] {
    return this.answer.rows.map((_, row) => this.text(row, column));
  }

  #cell(row: number, column: string): Raw | undefined {
    const index = this.#index.get(column);
    return index === undefined ? undefined : this.answer.rows[row]?.[index];
  }
}
