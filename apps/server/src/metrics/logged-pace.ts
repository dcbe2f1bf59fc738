import type { Telemetry } from '@vibe/realtime';
import type { Logger } from 'pino';

/** Whoever runs this should know that it is slower than usual, and that it is over. */
export const loggedPace = (telemetry: Telemetry, log: Logger): Telemetry => ({
  ...telemetry,
  paceChanged(pace) {
    if (pace === 'quick') log.warn('the bus does not deliver all: the sweep is quick until it does');
    else log.info('the bus delivers again: the sweep is as usual');
    telemetry.paceChanged(pace);
  },
});
