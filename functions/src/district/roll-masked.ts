import type { MaskedOwner } from '@gongyi/shared/district/roll-contract';
import type { RollOwner } from '@gongyi/shared/district/roll';
import { plainText } from '@gongyi/shared/district/roll-text';

const maskedPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`;

/** Enough to recognise a person one knows, not enough to use: 199****4170, ****52. */
export const maskedOwner = ({ name, idDigits, phones }: RollOwner): MaskedOwner => ({
  name,
  ...(idDigits === undefined ? {} : { idDigits: `****${idDigits.slice(-2)}` }),
  phones: phones.map(maskedPhone),
});

const MOST_SHOWN = 60;

/** As much of a cell as fits a screen, without broken characters. */
export const shortCell = (cell: string): string => Array.from(plainText(cell)).slice(0, MOST_SHOWN).join('');

/** A cell as it stands in the file with every run of six or more digits masked. */
export const maskedCell = (cell: string): string =>
  shortCell(cell).replace(/\d[\d -]{4,}[\dXx]/g, (digits) => `${digits.slice(0, 2)}****${digits.slice(-2)}`);
