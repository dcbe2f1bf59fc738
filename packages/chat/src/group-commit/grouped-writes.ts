import type { ChatDeps, ChatPorts } from '../chat-deps.ts';
import { sendGroup } from '../message/send-group.ts';
import { markGroup } from '../receipt/mark-group.ts';
import { GroupCommit } from './group-commit.ts';

/** A commit that large takes some 10 ms; beyond it nothing more is gained, and everybody in it waits for it. */
const maxItems = 256;

/** Some seconds' worth on a laptop: whoever came after it would have given up before their turn. */
const maxWaiting = 10_000;

/** Far more than a write takes that waits for nobody, and little to those who wait for it. */
const patienceMs = 100;

/** The writes that are done in groups. What they did is told between the commit and the answers. */
export function groupedWrites(ports: ChatPorts): Pick<ChatDeps, 'sends' | 'marks'> {
  const limits = { maxInFlight: ports.writesInFlight, patienceMs, maxItems, maxWaiting };
  const { send, mark } = ports.writeTelemetry;
  return {
    sends: new GroupCommit({ ...limits, telemetry: send, write: (items) => sendGroup(ports, items) }),
    marks: new GroupCommit({ ...limits, telemetry: mark, write: (marks) => markGroup(ports, marks) }),
  };
}
