/** How long ago an instant is, in the largest unit that fits: `12 s`, `5 min`, `3 h`, `2 d`. */
export function age(instant: string, now = Date.now()): string {
  const seconds = Math.max(0, Math.round((now - Date.parse(instant)) / 1000));
  if (seconds < 90) {
    return `${seconds} s`;
  }
  if (seconds < 5400) {
    return `${Math.round(seconds / 60)} min`;
  }
  return seconds < 129_600 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86_400)} d`;
}

const CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Kolkata', hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3,
});
const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Kolkata' });

/** Indian time to the millisecond, `10:00:00.250`; with the day before it if that is not today. */
export function clock(instant: string, now = Date.now()): string {
  const time = new Date(instant);
  const shown = CLOCK.format(time);
  return DAY.format(time) === DAY.format(now) ? shown : `${DAY.format(time)} ${shown}`;
}

/** The Indian day an instant lies in, `2026-03-05`. */
export function day(instant: string): string {
  return DAY.format(new Date(instant));
}

/** Milliseconds for people: `250 ms`, `1.25 s`, `3 min`. */
export function delay(millis: number): string {
  const size = Math.abs(millis);
  const minus = millis < 0 ? '\u2212' : '';
  if (size < 1000) {
    return `${minus}${size} ms`;
  }
  return size < 120_000 ? `${minus}${(size / 1000).toFixed(2)} s` : `${minus}${Math.round(size / 60_000)} min`;
}
