import { type ExecProtocolOptionsStream, PGlite } from '@electric-sql/pglite';

const syncMessage = new Uint8Array([0x53, 0, 0, 0, 4]);

/** Parse, Bind, Describe, Execute, Close and Flush: after one of these the client has more to say before its Sync. */
const midPipelineTypes = new Set(Array.from('PBDECH', (letter) => letter.charCodeAt(0)));

/**
 * PGlite for several connections. The socket server in front of it lets connections take turns between any two
 * messages outside a transaction, but they share one session: where a long message arrives in pieces, one connection
 * would bind its values to a statement that another had just parsed. Calling a half-sent pipeline a transaction makes
 * the server finish it first.
 */
export class SingleSessionPGlite extends PGlite {
  #isMidPipeline = false;

  override isInTransaction(): boolean {
    return this.#isMidPipeline || super.isInTransaction();
  }

  override async execProtocolRawStream(
    message: Uint8Array,
    options: ExecProtocolOptionsStream,
  ): Promise<void> {
    this.#isMidPipeline = midPipelineTypes.has(message[0] ?? 0);
    try {
      await super.execProtocolRawStream(message, options);
    } catch (error) {
      // What the database refuses is an answer; what throws here is a dead engine, after which the server would keep
      // every client waiting. Uncaught, it ends the thread.
      queueMicrotask(() => {
        throw error;
      });
    }
  }

  /** The server calls this to roll back for a connection that is gone, maybe in mid-pipeline, where only Sync is heard. */
  override async exec(...args: Parameters<PGlite['exec']>): ReturnType<PGlite['exec']> {
    if (this.#isMidPipeline) {
      this.#isMidPipeline = false;
      await this.runExclusive(() => this.execProtocolRaw(syncMessage));
    }
    return super.exec(...args);
  }
}
