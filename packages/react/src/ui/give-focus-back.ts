/**
 * For what closes: puts the focus there, in the place of where it was before. What has taken it meanwhile keeps it: the
 * field of the conversation that was just made, say.
 */
export function giveFocusBack(event: Event, element: HTMLElement | null | undefined): void {
  const { activeElement, body } = document;
  const isTaken = activeElement !== null && activeElement !== body && activeElement !== event.target;
  if (!isTaken && !element?.isConnected) return;
  event.preventDefault();
  if (!isTaken) element?.focus();
}
