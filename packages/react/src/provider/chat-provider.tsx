import type { ChatClient } from '@vibe/client';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { ChatContext, type ChatContextValue } from './chat-context.ts';
import { LookContext } from './look-context.ts';
import { type OpenConversation, OpenConversationContext } from './open-conversation.ts';
import { type HostChat, useHostClient } from './use-host-client.ts';
import { type LookSettings, useNewLook } from './use-look.ts';
import { usePortal } from './use-portal.ts';

export interface ChatSettings extends LookSettings {
  /** Whether Enter sends and Shift+Enter breaks the line, or the other way round with Ctrl or ⌘ to send. */
  enterSends?: boolean;
  /** Makes the addresses that "Copy link" copies; without it that action is not offered. */
  linkTo?: (target: OpenConversation) => string;
  /** What is open, where the host page decides it (its address does, say); left out, the chat keeps it itself. */
  openConversation?: OpenConversation | null;
  /** Somebody opened a conversation, or closed it. */
  onOpenConversation?: (target: OpenConversation | null) => void;
}

/** Either the host platform's people, by `url` and `getToken`, or a client made elsewhere, whose maker closes it. */
export type ChatProviderProps = ChatSettings & { children: ReactNode } & (HostChat | { client: ChatClient });

/** Gives the parts below it one person's chat, and keeps it current. */
export function ChatProvider(props: ChatProviderProps) {
  return 'client' in props ? <ClientProvider {...props} /> : <HostProvider {...props} />;
}

function HostProvider({ url, getToken, ...settings }: HostChat & ChatSettings & { children: ReactNode }) {
  const client = useHostClient({ url, getToken });
  return client && <ClientProvider client={client} {...settings} />;
}

type ClientProviderProps = ChatSettings & { client: ChatClient; children: ReactNode };

function ClientProvider({ client, children, ...settings }: ClientProviderProps) {
  const { enterSends = true, linkTo = null } = settings;
  const look = useNewLook(settings);
  const portal = usePortal(look.theme, look.locale);
  useEffect(() => client.sync.start(), [client]);
  const value = useMemo(
    (): ChatContextValue => ({ ...look, client, enterSends, linkTo, portal }),
    [look, client, enterSends, linkTo, portal],
  );
  return (
    <LookContext value={look}>
      <ChatContext value={value}>
        <OpenConversationContext value={useOpen(settings)}>{children}</OpenConversationContext>
      </ChatContext>
    </LookContext>
  );
}

function useOpen({ openConversation, onOpenConversation }: ChatSettings) {
  const [own, setOwn] = useState<OpenConversation | null>(null);
  const open = openConversation === undefined ? own : openConversation;
  return useMemo(
    () => ({
      open,
      setOpen(target: OpenConversation | null) {
        setOwn(target);
        onOpenConversation?.(target);
      },
    }),
    [open, onOpenConversation],
  );
}
