/** The history's state of an address that was opened out of the one before it. */
export const step = { isStep: true };

/** Takes the step back that led here; where there was none, as after a link from elsewhere, goes to `home` instead. */
export function stepBack(goTo: (path: string) => void, home: string): void {
  if (isStep(window.history.state)) window.history.back();
  else goTo(home);
}

const isStep = (state: unknown): boolean =>
  typeof state === 'object' && state !== null && 'isStep' in state && state.isStep === true;
