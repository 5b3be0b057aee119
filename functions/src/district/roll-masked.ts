import type { MaskedOwner } from '@gongyi/shared/district/roll-contract';
import type { RollOwner } from '@gongyi/shared/district/roll';

const maskedPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`;

/** Enough to recognise a person one knows, not enough to use: 199****4170, ****52. */
export const maskedOwner = ({ name, idDigits, phones }: RollOwner): MaskedOwner => ({
  name,
  ...(idDigits === undefined ? {} : { idDigits: `****${idDigits.slice(-2)}` }),
  phones: phones.map(maskedPhone),
});

/** A cell as it stands in the file with every run of six or more digits masked. */
export const maskedCell = (cell: string): string =>
  cell.slice(0, 60).replace(/\d[\d -]{4,}[\dXx]/g, (digits) => `${digits.slice(0, 2)}****${digits.slice(-2)}`);
