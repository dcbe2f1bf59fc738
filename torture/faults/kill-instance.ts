import type { Fault } from './fault.ts';

/** An instance is killed, and started again some time later. */
export const killInstance: Fault = {
  hits: 'instance',
  longestS: 8,
  async begin({ world, random }) {
    const at = random.below(world.instances.length);
    const instance = world.instances[at];
    await instance?.kill();
    return { what: `instance ${'ABCDEFGH'[at]}`, end: async () => instance?.start() };
  },
};
