import type { Fault } from './fault.ts';

const share = 1 / 3;

/** The bus loses a third of all notices, of each instance others. */
export const loseNotices: Fault = {
  hits: 'bus',
  longestS: 60,
  begin({ world: { redisLine } }) {
    redisLine.hearing.lostShare = share;
    return {
      what: 'the bus',
      end() {
        redisLine.hearing.lostShare = 0;
      },
    };
  },
};
