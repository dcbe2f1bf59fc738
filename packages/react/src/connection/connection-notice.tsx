import { useText } from '../provider/use-chat.ts';
import { Spinner } from '../ui/spinner.tsx';
import { useConnection } from './use-connection.ts';
import { useLasting } from './use-lasting.ts';

/** Connections break, and come back before anybody needs to know. */
const silentMs = 2_000;

/**
 * Says so, once, when there has been no connection for a while; nothing otherwise. It lies over messages, and moves none of
 * them; in the list it has a place of its own.
 */
export function ConnectionNotice() {
  const { connection: text } = useText();
  const connection = useConnection();
  const isShown = useLasting(connection !== 'live', silentMs);
  return (
    <div className="vc-connection" role="status">
      {isShown && connection !== 'live' && (
        <p className="vc-connection-notice">
          {connection !== 'signedOut' && <Spinner />}
          {text[connection]}
        </p>
      )}
    </div>
  );
}
