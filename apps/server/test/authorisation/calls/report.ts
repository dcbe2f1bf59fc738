import { expect } from 'vitest';
import { type CallsOf, here } from '../call.ts';
import type { RowName } from '../matrix.ts';

export const reportCalls: CallsOf<'report', RowName> = {
  'report.list': {
    async prepare({ stage, world }) {
      const { member } = world.people;
      const messageId = world.place('member').othersMessage.id;
      await stage.server.chat.reportMessage(member.caller, { messageId, reason: 'Rude' });
      return undefined;
    },
    input: () => ({}),
    answer: (scene) => ({
      reports: expect.arrayContaining([expect.objectContaining({ message: here(scene).othersMessage })]),
    }),
  },
};
