/**
 * Frames beside each other take the focus from one another. A menu closes when its window loses it, and whoever takes it is
 * scrolled to, in the page around too: neither is wanted where all are to be looked at.
 */
export function behaveInFrame(): void {
  window.addEventListener('blur', (event) => event.stopImmediatePropagation(), { capture: true });
  const { focus } = HTMLElement.prototype;
  HTMLElement.prototype.focus = function (options) {
    focus.call(this, { ...options, preventScroll: true });
  };
}
