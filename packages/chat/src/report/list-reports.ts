import { can, type ListReportsInput, type ReportPage } from '@vibe/contract';
import type { Caller, ChatDeps } from '../chat-deps.ts';
import { forbidden } from '../chat-error.ts';

/** What people reported, latest first. @throws `FORBIDDEN` */
export async function listReports(
  deps: ChatDeps,
  caller: Caller,
  input: ListReportsInput,
): Promise<ReportPage> {
  if (!can(caller, 'report.list')) throw forbidden('Only platform admins see reports.');
  return deps.messages.listReports(input);
}
