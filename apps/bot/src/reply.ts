const workouts = [
  '20 minutes easy running, then 3 × 10 squats',
  '5 × 5 push-ups, 5 × 10 lunges, 2 minutes plank',
  '30 minutes cycling, the last five as hard as you can',
  'Rest. Drink water, sleep well',
  '4 × 400 m, two minutes of walking in between',
] as const;

const help = 'Ask me for a "workout", or say "ping".';

/** What the bot says to that. The same words get the same answer on the same day. */
export function reply(content: string, at: Date): string {
  const words = content.toLowerCase();
  if (/\bping\b/.test(words)) return 'pong';
  if (/\bworkout\b/.test(words)) return `Today: ${workouts[at.getUTCDate() % workouts.length]}.`;
  return help;
}
