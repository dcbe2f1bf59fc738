import { z } from 'zod';

/** A notice of one worker to the others, between other messages that processes of a cluster exchange. */
const NoticeMessage = z.object({ type: z.literal('vibe:notice'), text: z.string() });
export type NoticeMessage = z.infer<typeof NoticeMessage>;

export const noticeMessage = (text: string): NoticeMessage => ({ type: 'vibe:notice', text });

/** Null where it is another message. */
export function readNotice(message: unknown): string | null {
  const { data } = NoticeMessage.safeParse(message);
  return data?.text ?? null;
}
