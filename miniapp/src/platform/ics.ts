/** Something to remember: when, where, and how long before to be told. */
export interface CalendarEvent {
  /** The same for the same event: a second file changes the first entry instead of adding one. */
  readonly id: string;
  readonly title: string;
  readonly place: string;
  readonly words: string;
  /** Milliseconds since the epoch. */
  readonly from: number;
  readonly until: number;
  readonly remindBeforeMs: number;
}

const stamp = (at: number): string => new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, '');
const escaped = (words: string): string =>
  words
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r?\n/g, '\\n')
    .replace(/[\u0000-\u001f]/g, ' ');

/** Bytes of one character in UTF-8. */
const bytesOf = (sign: string): number => (sign.length === 2 ? 4 : sign < '\u0080' ? 1 : sign < '\u0800' ? 2 : 3);

/** Lines of at most 75 bytes, the rest on lines that begin with a blank (RFC 5545 §3.1); no character is cut. */
const folded = (line: string): string => {
  const lines: string[] = [];
  let now = '';
  let room = 75;
  for (const sign of line) {
    if (bytesOf(sign) > room) {
      lines.push(now);
      now = ' ';
      room = 74;
    }
    now += sign;
    room -= bytesOf(sign);
  }
  return [...lines, now].join('\r\n');
};

/** The event as a calendar file (iCalendar, RFC 5545), made at `now`. */
export const icsOf = (event: CalendarEvent, now: number): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Gongyi//ZH',
    'BEGIN:VEVENT',
    `UID:${event.id}@gongyi`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(event.from)}`,
    `DTEND:${stamp(event.until)}`,
    `SUMMARY:${escaped(event.title)}`,
    `LOCATION:${escaped(event.place)}`,
    `DESCRIPTION:${escaped(event.words)}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(event.title)}`,
    `TRIGGER:-PT${String(Math.round(event.remindBeforeMs / 60_000))}M`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n');
