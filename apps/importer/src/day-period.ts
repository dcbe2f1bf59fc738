// As Unicode's CLDR writes them for the languages WhatsApp is used in, without dots and spaces.
const BEFORE_NOON = 'am a ص قظ ap de πμ дп öö pg pd 上午 凌晨 清晨 早上 午前 오전'.split(' ');
const AFTER_NOON = 'pm p م بظ ip du μμ пп ös ptg md 下午 中午 晚上 午後 오후'.split(' ');
// Words that stand by a time and say nothing: Finnish, Danish, Bulgarian, French.
const NEUTRAL = ['', 'klo', 'kl', 'г', 'ч', 'гч', 'h'];

/** Which half of the day a word says: `AM`, `p. m.`, `م`, `下午` …; `none` for no word, null for any other. */
export function dayPeriod(words: string): 'am' | 'pm' | 'none' | null {
  const word = words.replace(/[^\p{L}]/gu, '').toLowerCase();
  if (NEUTRAL.includes(word)) return 'none';
  if (BEFORE_NOON.includes(word)) return 'am';
  return AFTER_NOON.includes(word) ? 'pm' : null;
}

/** The hour, 0 to 23, of an hour as written beside its half of the day. */
export function hourOfDay(hour: number, period: 'am' | 'pm' | 'none'): number {
  if (period === 'none' || hour > 12) return hour;
  return (hour % 12) + (period === 'pm' ? 12 : 0);
}
