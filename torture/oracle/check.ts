import type { Journals } from './journals.ts';
import type { Truth } from './truth.ts';

/** What is not as it must be, in words, a line for each; none where all is well. */
export type Check = (journals: Journals, truth: Truth) => string[];
