import type { Tab } from './open-tab.ts';

/** Makes the page's processor as many times slower: 4 is about a phone of the middle range. */
export const slowDown = ({ cdp }: Tab, rate: number): Promise<unknown> =>
  cdp.send('Emulation.setCPUThrottlingRate', { rate });
