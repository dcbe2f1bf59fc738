import { z } from 'zod';
import type { Message } from './message.ts';
import { PageKey, PageLimit } from './page.ts';
import type { User } from './user.ts';

/** A message that somebody reported, as platform admins see it. */
export interface Report {
  id: number;
  reporter: User;
  sender: User;
  reason: string;
  /** As it is now; `content` is what it said when it was reported. */
  message: Message;
  content: string | null;
  createdAt: string;
}

export interface ReportPage {
  reports: Report[];
  nextKey: string | null;
}

export const ListReportsInput = z.object({ limit: PageLimit, after: PageKey.optional() });
export type ListReportsInput = z.infer<typeof ListReportsInput>;
