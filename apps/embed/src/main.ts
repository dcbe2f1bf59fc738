import type { MountedChat } from './chat/mount-chat.tsx';
import { element } from './element.ts';
import { fetchPlatform, tokensOf } from './platform-session.ts';

const signInForm = element('sign-in', HTMLFormElement);
const signOutButton = element('sign-out', HTMLButtonElement);
const messagesButton = element('messages', HTMLButtonElement);
const person = element('person', HTMLSelectElement);
const theme = element('theme', HTMLSelectElement);
const locale = element('locale', HTMLSelectElement);
const panel = element('chat-panel', HTMLElement);
const unread = element('unread', HTMLSpanElement);

const { chatUrl, people } = await fetchPlatform();
person.append(...people.map(({ sub, name, role }) => new Option(`${name} (${role})`, sub)));

let chat: MountedChat | null = null;

const look = () => ({ theme: theme.value, locale: locale.value });

function show(isSignedIn: boolean): void {
  signInForm.hidden = isSignedIn;
  signOutButton.hidden = !isSignedIn;
  messagesButton.hidden = !isSignedIn;
  panel.hidden = !isSignedIn;
}

async function signIn(sub: string): Promise<void> {
  // The chat comes with the first person who can use it.
  const { mountChat } = await import('./chat/mount-chat.tsx');
  chat = mountChat({ panel, unread, url: chatUrl, getToken: tokensOf(sub) }, look());
  show(true);
}

/** The chat ends with the session that it stood for: unmounting it closes its connection. */
function signOut(): void {
  chat?.unmount();
  chat = null;
  show(false);
}

signInForm.addEventListener('submit', (event) => {
  event.preventDefault();
  signIn(person.value).catch(signOut);
});
signOutButton.addEventListener('click', signOut);
messagesButton.addEventListener('click', () => {
  panel.hidden = !panel.hidden;
});
for (const choice of [theme, locale]) choice.addEventListener('change', () => chat?.restyle(look()));
