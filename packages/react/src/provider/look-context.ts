import { createContext } from 'react';
import type { Format } from '../format/create-format.ts';
import type { Text } from '../text/text.ts';

export type Theme = 'auto' | 'light' | 'dark';

/** How it looks and reads: all that what is drawn needs to know where there is no chat. */
export interface Look {
  text: Text;
  format: Format;
  theme: Theme;
  /** A BCP 47 tag, such as `de` or `en-GB`. */
  locale: string;
}

export const LookContext = createContext<Look | null>(null);
