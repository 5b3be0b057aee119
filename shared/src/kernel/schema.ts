import * as z from 'zod/mini';

/**
 * Building blocks for contracts. Text is bounded and well formed everywhere: a lone surrogate cannot
 * be stored or sent on, so it is refused at the door.
 */
const wellFormed = (text: string): boolean => {
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xd800 && unit <= 0xdbff) {
      const next = text.charCodeAt(i + 1);
      if (!(next >= 0xdc00 && next <= 0xdfff)) return false;
      i += 1;
    } else if (unit >= 0xdc00 && unit <= 0xdfff) return false;
  }
  return true;
};

// Control characters other than tab and line ends have no place in what people write.
const printable = (text: string): boolean => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text);

// Marks that turn the reading direction of what stands around them: a name must not rewrite the line it is in.
const withoutTurns = (text: string): string => text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');

const UNSEEN =
  /[\s\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u2065\u206a-\u206f\u2800\u3164\ufe00-\ufe0f\uffa0]/g;
const visible = (text: string): boolean => text.replace(UNSEEN, '') !== '';

/** At most `most` UTF-16 units from the beginning, without half a character at the end. */
export const cut = (text: string, most: number): string => text.slice(0, most).replace(/[\ud800-\udbff]$/, '');

/** Text a person writes: 1 to `max` UTF-16 units after trimming, of which something can be seen. */
export const text = (max: number) =>
  z.string().check(
    z.overwrite(withoutTurns),
    z.trim(),
    z.minLength(1),
    z.maxLength(max),
    z.refine((value) => wellFormed(value) && printable(value) && visible(value), 'text must be well formed'),
  );

/** Ids: of our own making, so short and plain. Places use dots (see `district/place.ts`). */
export const Id = z.string().check(z.regex(/^[a-z0-9][a-z0-9.-]{0,79}$/));

/** The year 9999 begins: every instant until then has a date of four digits and a sort key of fifteen. */
const LATEST = 253_370_736_000_000;

/** Milliseconds since the epoch. */
export const Instant = z.int().check(z.minimum(0), z.maximum(LATEST));

/** A calendar date in Asia/Shanghai, `2026-11-23`. */
export const IsoDate = z.iso.date();

/** Opaque place to go on in a list; bound to the person and the list it was given for. */
export const Cursor = z.string().check(z.minLength(1), z.maxLength(1024));

export const PageQuery = z.object({
  cursor: z.optional(Cursor),
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(50)), 20),
});

export const pageOf = <T extends z.core.$ZodType>(item: T) =>
  z.object({ items: z.array(item), cursor: z.optional(Cursor) });

/** For parts of a route that carry nothing. */
export const Nothing = z.object({});
