import { madeUpName, ownerPhone } from './made-up';

/** A household that must be on a roll: by `b3.e2.h501`, the home's path below its compound. */
export interface RollOwnerAt {
  readonly path: string;
  readonly name: string;
  readonly phone: string;
}

/** The columns a property office happens to use: names, and how one writes building, entrance and room. */
interface RollStyle {
  readonly title?: string;
  readonly header: readonly string[];
  readonly address: (building: number, entrance: number, room: number) => readonly string[];
  readonly area: (hundredths: number) => string;
}

const STYLES = {
  plain: {
    header: ['楼号', '单元号', '房间号', '建筑面积(㎡)', '业主姓名', '身份证后6位', '手机号', '备注'],
    address: (building, entrance, room) => [`${String(building)}号楼`, String(entrance), String(room)],
    area: (hundredths) => (hundredths / 100).toFixed(2),
  },
  joined: {
    title: '业主登记表（演示数据，人名均为虚构）',
    header: ['序号', '房屋坐落', '产权面积', '产权人', '证件号码后六位', '联系方式', '说明'],
    address: (building, entrance, room) => [`${String(building)}-${String(entrance)}-${String(room)}`],
    area: (hundredths) => `${(hundredths / 100).toFixed(2)}平米`,
  },
} as const satisfies Record<string, RollStyle>;

export interface RollSpec {
  readonly style: keyof typeof STYLES;
  readonly buildings: number;
  readonly entrances: number;
  readonly floors: number;
  readonly perFloor: number;
  /** First of the made-up names and numbers this roll takes. */
  readonly firstPerson: number;
  readonly known: readonly RollOwnerAt[];
}

export interface MadeRoll {
  /** CSV in UTF-8 with a byte order mark, as Excel saves it. */
  readonly csv: string;
  readonly homes: number;
}

const idDigits = (index: number): string => String((index * 7919 + 104_729) % 1_000_000).padStart(6, '0');
const areaOf = (index: number): number => 4_800 + ((index * 1_733) % 9_700);

/** A roll as an office keeps it: some homes unsold, some owned by two, some buyers with several homes. */
export const makeRoll = (spec: RollSpec): MadeRoll => {
  const style: RollStyle = STYLES[spec.style];
  const known = new Map(spec.known.map((owner) => [owner.path, owner]));
  const lines: string[][] = [...(style.title === undefined ? [] : [[style.title]]), [...style.header]];
  let homes = 0;
  let person = spec.firstPerson;
  const owner = (): readonly [string, string, string] => {
    // Every seventeenth home belongs to the buyer of the one before.
    if (homes % 17 !== 0 || homes === 0) person += 1;
    const second = homes % 23 === 5 ? person + 1 : undefined;
    if (second !== undefined) person = second;
    const people = second === undefined ? [person] : [second - 1, second];
    return [
      people.map(madeUpName).join('、'),
      people.map(idDigits).join('、'),
      people.map((index) => ownerPhone(index % 500)).join('、'),
    ];
  };
  const lineOf = (building: number, entrance: number, room: number): string[] => {
    const path = `b${String(building)}.e${String(entrance)}.h${String(room)}`;
    const given = known.get(path);
    const [name, digits, number] = given === undefined ? owner() : [given.name, idDigits(homes), given.phone];
    const unsold = given === undefined && homes % 29 === 11;
    homes += 1;
    return [
      ...(spec.style === 'joined' ? [String(homes)] : []),
      ...style.address(building, entrance, room),
      style.area(areaOf(homes)),
      ...(unsold ? ['样板置业公司', '', '', '未售'] : [name, digits, number, '']),
    ];
  };
  for (let building = 1; building <= spec.buildings; building += 1)
    for (let entrance = 1; entrance <= spec.entrances; entrance += 1)
      for (let floor = 1; floor <= spec.floors; floor += 1)
        for (let door = 1; door <= spec.perFloor; door += 1) lines.push(lineOf(building, entrance, floor * 100 + door));
  return { csv: `\uFEFF${lines.map((cells) => cells.join(',')).join('\r\n')}\r\n`, homes };
};
