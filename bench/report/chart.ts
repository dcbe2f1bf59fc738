import { median } from './statistics.ts';
import { hasLimit, targetText } from './table.ts';
import type { Judged } from './verdict.ts';

const rowHeight = 26;
const labelWidth = 780;
const chartWidth = 360;
/** As far as the axis goes, in targets. What is further ends there. */
const axisEnd = 2;

/** An SVG picture: a bar for each target, by how much of it is reached. At the line it is met. */
export function toChart(all: readonly Judged[]): string {
  const judged = all.filter(({ target }) => hasLimit(target));
  const height = judged.length * rowHeight + 40;
  const lineAt = labelWidth + chartWidth / axisEnd;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${labelWidth + chartWidth + 80}" height="${height}" font-family="system-ui, sans-serif" font-size="12">`,
    '<rect width="100%" height="100%" fill="#fff"/>',
    ...judged.map(toBar),
    `<line x1="${lineAt}" x2="${lineAt}" y1="8" y2="${height - 24}" stroke="#222" stroke-dasharray="3 3"/>`,
    `<text x="${lineAt}" y="${height - 8}" text-anchor="middle" fill="#222">target</text>`,
    '</svg>',
  ].join('\n');
}

function toBar(one: Judged, index: number): string {
  const y = 10 + index * rowHeight;
  const reached = Math.min(reachedOf(one), axisEnd);
  const width = Math.round((reached / axisEnd) * chartWidth);
  const label = `${one.workload}, ${one.title}: ${one.figure} ${targetText(one.target)} ${one.target.beside ?? ''}`;
  return [
    `<text x="${labelWidth - 8}" y="${y + 14}" text-anchor="end" fill="#222">${escaped(label.trim())}</text>`,
    `<rect x="${labelWidth}" y="${y + 3}" width="${width}" height="${rowHeight - 10}" fill="${one.isMet ? '#2e7d5b' : '#c2543f'}"/>`,
    `<text x="${labelWidth + width + 6}" y="${y + 14}" fill="#222">${Number.isNaN(median(one.ratios)) ? '' : median(one.ratios).toFixed(2)}</text>`,
  ].join('\n');
}

/** 1: just met; 2: twice as good as that. */
export function reachedOf({ ratios, target: { atLeast, atMost } }: Judged): number {
  const ratio = median(ratios);
  const reached = atLeast === undefined ? (atMost ?? 0) / ratio : ratio / atLeast;
  return Number.isFinite(reached) ? reached : 0;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
