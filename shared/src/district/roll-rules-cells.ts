import { PLAUSIBLE_AREA, parseArea } from '../kernel/area';
import type { HomeStatus } from './roll';
import { isPlaceholder, plainDashes, plainText } from './roll-text';

const UNIT = /(?:平方米|平米|平方|米2|m2|m²|㎡|平)$/i;

export type AreaFault = 'area-missing' | 'area-unreadable';

/** `１０５.３０平米` → 10530. A fault's code if there is no number. The sign is kept: the rules judge it. */
export const readArea = (cell: string): number | AreaFault => {
  const bare = plainDashes(plainText(cell)).replace(/\s/g, '').replace(/^约/, '');
  if (isPlaceholder(bare)) return 'area-missing';
  const number = bare.replace(UNIT, '').replace(/^\((.+)\)$/, '-$1');
  if (number === '') return 'area-missing';
  const whole = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/.test(number) ? number.replace(/,/g, '') : number;
  return parseArea(whole.startsWith('.') ? `0${whole}` : whole) ?? 'area-unreadable';
};

/** The code by which a home of that area is refused, undefined if it may stand. */
export const areaFault = (area: number): 'area-not-positive' | 'area-implausible' | undefined => {
  if (area <= 0) return 'area-not-positive';
  return area < PLAUSIBLE_AREA.least || area > PLAUSIBLE_AREA.most ? 'area-implausible' : undefined;
};

const UNSOLD = /未(?:出|销)?售|尚未(?:出|销)售|没卖|未卖|待售|在售|滞销|库存|开发商(?:自持|保留|持有)|自持/;
const UNDELIVERED = /未(?:交付|交房|交楼|收房|移交|接房|领房)|(?:没有?|待|尚未)(?:交付|交房|收房)|^未交$/;
const NO = /^(?:否|无|未|没有?|不|n|no|×|x|✗|0|false)$/i;

export interface StatusCells {
  readonly sold: string;
  readonly delivered: string;
  readonly note: string;
  readonly owner: string;
}

/** What the row says about the developer. `已售未交付` is sold; a bare 否 means what its column asks. */
export const readStatus = ({ sold, delivered, note, owner }: StatusCells): HomeStatus => {
  const words = [sold, delivered, note, owner].map((cell) => plainText(cell).replace(/\s/g, ''));
  const [soldWord = '', deliveredWord = ''] = words;
  if (NO.test(soldWord) || words.some((word) => UNSOLD.test(word))) return 'unsold';
  if (NO.test(deliveredWord) || words.slice(0, 3).some((word) => UNDELIVERED.test(word))) return 'undelivered';
  return 'owned';
};

/** Words in the owner's cell that say there is none but the developer. */
export const isNoOwner = (cell: string): boolean =>
  isPlaceholder(cell) || /^\(?(?:未(?:出|销)?售|待售|空置|空房|空|开发商|建设单位)\)?$/.test(cell);

const TOTAL = /^.{0,12}?(?:小计|合计|总计|总合计|共计|累计|汇总|总和|总数)/;

/** `合计`, `1号楼小计`, `本页小计:` and the like. */
export const isTotalLabel = (cell: string): boolean => TOTAL.test(plainText(cell).replace(/\s/g, ''));
