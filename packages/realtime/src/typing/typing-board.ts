import { after } from '../timer.ts';

/** Who types where. Each entry ends by itself, so a lost "stop" cannot stick. */
export class TypingBoard {
  readonly #expiryMs: number;
  readonly #changed: (conversationId: number, userId: number) => void;
  readonly #byConversation = new Map<number, Map<number, () => void>>();

  /** `changed`: that person began or ended typing there. */
  constructor(expiryMs: number, changed: (conversationId: number, userId: number) => void) {
    this.#expiryMs = expiryMs;
    this.#changed = changed;
  }

  /** By user id. */
  typing(conversationId: number): number[] {
    return [...(this.#byConversation.get(conversationId)?.keys() ?? [])].sort((a, b) => a - b);
  }

  start(conversationId: number, userId: number): void {
    const typing = this.#byConversation.get(conversationId) ?? new Map<number, () => void>();
    this.#byConversation.set(conversationId, typing);
    const cancelExpiry = typing.get(userId);
    cancelExpiry?.();
    typing.set(
      userId,
      after(this.#expiryMs, () => this.stop(conversationId, userId)),
    );
    if (!cancelExpiry) this.#changed(conversationId, userId);
  }

  stop(conversationId: number, userId: number): void {
    const typing = this.#byConversation.get(conversationId);
    const cancelExpiry = typing?.get(userId);
    if (!typing || !cancelExpiry) return;
    cancelExpiry();
    typing.delete(userId);
    if (typing.size === 0) this.#byConversation.delete(conversationId);
    this.#changed(conversationId, userId);
  }

  clear(): void {
    for (const typing of this.#byConversation.values()) for (const cancel of typing.values()) cancel();
    this.#byConversation.clear();
  }
}
