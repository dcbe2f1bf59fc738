import { busyRoom } from './busy-room.ts';
import { conversationList } from './conversation-list.ts';
import { fanOut } from './fan-out.ts';
import { growth } from './growth.ts';
import { history } from './history.ts';
import { idle } from './idle.ts';
import { loneSend } from './lone-send.ts';
import { manyGroups } from './many-groups.ts';
import { openLoop } from './open-loop.ts';
import type { Pace } from './pace.ts';
import { reconnectStorm } from './reconnect-storm.ts';
import { twoInstances } from './two-instances.ts';
import type { Workload } from './workload.ts';
import { writesAlone } from './writes-alone.ts';

/** What is measured, in this order: name, and what it consists of at a pace. */
export const workloads: Readonly<Record<string, (pace: Pace) => Workload[]>> = {
  'many-groups': manyGroups,
  'fan-out': fanOut,
  'writes-alone': writesAlone,
  'lone-send': loneSend,
  'open-loop': openLoop,
  idle,
  'reconnect-storm': reconnectStorm,
  'two-instances': twoInstances,
  'busy-room': busyRoom,
  history,
  'conversation-list': conversationList,
  growth,
};
