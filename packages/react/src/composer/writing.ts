/** What the field shows, and what it does: writing a new message, or changing one. */
export interface Writing {
  typed: string;
  change(typed: string): void;
  /** The person turned to something else. */
  pause(): void;
  submit(): void;
}
