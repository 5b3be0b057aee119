import { fromNumeral, plainDashes, plainText } from '../district/roll-text';

/** Finds the place an address names, by the names of the places there are: building, then entrance, then home. */

/** 三号楼, 3栋, 3幢, 3座 → 3号楼; 二门, 2梯 → 2单元; 3-2-501 → 3号楼2单元501; signs and spaces removed. */
export const plainAddress = (address: string): string =>
  plainDashes(plainText(address))
    .replace(/(?<!\d)\s+|\s+(?!\d)/g, '')
    .replace(/[零〇一二两三四五六七八九十]+(?=号楼|号院|栋|幢|座|楼|单元|门|梯|号)/g, (numeral) =>
      String(fromNumeral(numeral) ?? numeral),
    )
    .replace(/(\d+)[-#](\d{1,2})-(\d{2,5})(?!\d)/g, '$1号楼$2单元$3')
    .replace(/([0-9a-z]+)(?:栋|幢|座|#|号(?=\d+单元)|楼(?=\d+(?:单元|门)))/gi, '$1号楼')
    .replace(/(?<!号)楼(?=\d+单元)/g, '号楼')
    .replace(/(\d+)(?:单元门|门洞|门|梯)(?=\D|\d|$)/g, '$1单元')
    .replace(/[,，.。、;；:：()（）]/g, '')
    .toLowerCase();

export interface NamedPlace {
  readonly id: string;
  readonly name: string;
}

const digit = (character: string | undefined): boolean => character !== undefined && /[0-9]/.test(character);

/** Where `name` stands in `address` as a whole: `1号楼` does not stand in `11号楼`, nor `50` in `501`. */
const standsAt = (address: string, name: string): number => {
  for (let at = address.indexOf(name); at >= 0; at = address.indexOf(name, at + 1)) {
    const cutLeft = digit(name[0]) && digit(address[at - 1]);
    const cutRight = digit(name.at(-1)) && digit(address[at + name.length]);
    if (!cutLeft && !cutRight) return at;
  }
  return -1;
};

/** The place whose name stands in the address, the longest name first, and what of the address is left after it. */
export const placeNamedIn = (
  address: string,
  places: readonly NamedPlace[],
): { readonly place: NamedPlace; readonly rest: string } | undefined => {
  let best: { place: NamedPlace; rest: string; length: number } | undefined;
  for (const place of places) {
    const name = plainAddress(place.name).replace(/室$/, '');
    const at = name === '' ? -1 : standsAt(address, name);
    if (at >= 0 && name.length > (best?.length ?? 0)) {
      best = { place, rest: address.slice(at + name.length), length: name.length };
    }
  }
  return best && { place: best.place, rest: best.rest };
};

/** Whether an address that names no building still names this compound. */
export const namesCompound = (address: string, compoundName: string): boolean => {
  const bare = plainAddress(compoundName).replace(/(?:小区|社区|院|家属院|公寓)$/, '');
  return bare.length > 1 && plainAddress(address).includes(bare);
};

/** Whether an address speaks of some building: if it is not one of ours, it is not the common ground either. */
export const namesBuilding = (address: string): boolean => /[0-9a-z]+号楼/.test(plainAddress(address));
