import type { AnyTRPCRouter } from '@trpc/server';
import type { Corks } from './corks.ts';
import type { ServeOptions } from './options.ts';
import type { PatientCalls } from './patient-calls.ts';
import type { PreparedFrames } from './prepared-frames.ts';

/** What all sockets share. */
export interface Adapter {
  options: ServeOptions<AnyTRPCRouter>;
  frames: PreparedFrames;
  corks: Corks;
  patientCalls: PatientCalls;
}
