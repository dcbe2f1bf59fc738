import { router } from '../trpc.ts';
import { changePassword } from './change-password.ts';
import { me } from './me.ts';
import { refresh } from './refresh.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { signOutEverywhere } from './sign-out-everywhere.ts';
import { signUp } from './sign-up.ts';

export const authRouter = router({ signUp, signIn, refresh, signOut, signOutEverywhere, changePassword, me });
