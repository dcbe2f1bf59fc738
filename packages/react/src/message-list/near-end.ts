/** Within so many pixels of its end a list counts as being there, and follows what comes. */
export const endThreshold = 60;

/**
 * By the element itself: whoever keeps count of its place hears of a change a frame later.
 *
 * @param heightBefore How high it was when it was last looked after: what has just lost room is where it was.
 */
export const isNearEnd = (scroller: HTMLElement, heightBefore: number): boolean => {
  const { scrollHeight, clientHeight, scrollTop } = scroller;
  return scrollHeight - Math.max(clientHeight, heightBefore) - scrollTop <= endThreshold;
};
