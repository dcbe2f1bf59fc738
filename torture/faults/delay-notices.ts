import type { Fault } from './fault.ts';

const longestMs = 1_500;

/** Notices of the bus come late, and in another order. */
export const delayNotices: Fault = {
  hits: 'bus',
  longestS: 60,
  begin({ world: { redisLine }, random }) {
    redisLine.hearing.lateMs = random.between(20, longestMs);
    return {
      what: `the bus, by up to ${Math.round(redisLine.hearing.lateMs)} ms`,
      end() {
        redisLine.hearing.lateMs = 0;
      },
    };
  },
};
