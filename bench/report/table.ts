import type { Target } from '../workloads/workload.ts';
import { median } from './statistics.ts';
import type { Judged } from './verdict.ts';

/** A Markdown table: the rounds' medians, and the least and the most of the ratios in brackets. */
export const toTable = (judged: readonly Judged[]): string =>
  [
    '| workload | figure | Vibe Chat | beside it | | ratio | target | |',
    '|---|---|---:|---|---:|---:|---:|---|',
    ...judged.map(toRow),
  ].join('\n');

function toRow(one: Judged): string {
  const { workload, title, figure, unit, target, ours, reference, ratios } = one;
  const cells = [
    `${workload}: ${title}`,
    figure,
    withUnit(median(ours), unit),
    target.beside ?? '',
    reference ? withUnit(median(reference), unit) : '',
    reference && !Number.isNaN(median(ratios)) ? `${spread(ratios)} ×` : '',
    targetText(target),
    verdictText(one),
  ];
  return `| ${cells.join(' | ')} |`;
}

function verdictText({ ratios, target, isMet }: Judged): string {
  if (!hasLimit(target)) return '';
  if (isMet) return 'met';
  return Number.isNaN(median(ratios)) ? 'not measured' : '**missed**';
}

export const hasLimit = ({ atLeast, atMost }: Pick<Target, 'atLeast' | 'atMost'>): boolean =>
  atLeast !== undefined || atMost !== undefined;

export const targetText = (target: Target): string => {
  if (!hasLimit(target)) return '';
  const { beside, atLeast, atMost } = target;
  const sign = beside === null ? '' : ' ×';
  return atLeast === undefined ? `≤ ${atMost}${sign}` : `≥ ${atLeast}${sign}`;
};

const spread = (values: readonly number[]): string =>
  `${ratioText(median(values))} (${ratioText(Math.min(...values))}–${ratioText(Math.max(...values))})`;

const ratioText = (value: number): string => value.toFixed(2);

const withUnit = (value: number, unit: string): string =>
  Number.isNaN(value) ? '' : `${rounded(value)} ${unit}`.trimEnd();

/** Three digits or so are as much as is true of any of them. */
const rounded = (value: number): string => value.toLocaleString('en', { maximumSignificantDigits: 3 });
