import { useMedia } from '../ui/use-media.ts';

/** Whether fingers are what this device is mainly used with: its keyboard then covers half of the screen. */
export const useIsTouch = (): boolean => useMedia('(pointer: coarse)');
