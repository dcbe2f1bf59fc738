import { can } from '@vibe/contract';
import type { ContactPolicy } from '../chat-deps.ts';

/** Everyone may find and write to everyone. A product with other rules passes its own function. */
export const openContactPolicy: ContactPolicy = (actor, user) => can(actor, 'user.contact', { user });
