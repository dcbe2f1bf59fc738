import { median } from '../../report/statistics.ts';
import type { Figure, Taken } from '../stages/figure.ts';
import { type Verdict, verdictOf } from './verdict.ts';

const marks: Record<Verdict, string> = { kept: '✓', missed: '✗', 'not judged': '' };

/** A Markdown table: of each side the rounds' median, and the least and the most in brackets. */
export function toTable(all: readonly Taken[]): string {
  return [
    '| | at most | Vibe Chat | plain React list | |',
    '|---|---:|---:|---:|:-:|',
    ...all.map(toRow),
  ].join('\n');
}

function toRow(taken: Taken): string {
  const { figure, ours, plain } = taken;
  const limit = figure.limit === null ? '' : withUnit(figure.limit, figure);
  const cells = [figure.name, limit, spread(ours, figure), spread(plain, figure), marks[verdictOf(taken)]];
  return `| ${cells.join(' | ')} |`;
}

/** The median, with its unit, and how far the rounds lie apart. */
function spread(values: readonly number[], figure: Figure): string {
  const [least, most] = [Math.min(...values), Math.max(...values)].map(rounded);
  const between = least === most ? '' : ` (${least}–${most})`;
  return withUnit(median(values), figure) + between;
}

const withUnit = (value: number, { unit }: Figure): string => `${rounded(value)} ${unit}`.trimEnd();

/** Three digits or so are as much as is true of any of them. */
const rounded = (value: number): string =>
  value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 1 : 0 });
