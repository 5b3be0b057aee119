import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import type { RollHome, RollPreview } from '@gongyi/shared/district/roll';
import { chooseSheet } from '@gongyi/shared/district/roll-columns';
import { readRoll } from '@gongyi/shared/district/roll-rules';
import { formatArea } from '@gongyi/shared/kernel/area';
import { isRefusal } from '@gongyi/shared/kernel/refusal';
import { readSheets } from './read-sheet';

/** One roll written down as many offices would: whatever the form, it must be read as the same roll. */
const read = async (bytes: Uint8Array): Promise<RollPreview> => {
  const sheets = await readSheets(bytes);
  if (isRefusal(sheets)) throw new Error(JSON.stringify(sheets));
  const chosen = chooseSheet(sheets);
  if (!chosen) throw new Error('no header');
  return readRoll(chosen.sheet, chosen.guess.layout);
};

const wide = (text: string): string =>
  text.replace(/[0-9.]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const HAN = ['零', '一', '二', '三', '四', '五', '六'];

type Column = readonly [string, (home: RollHome, index: number) => string];
const joined = (join: string, pick: (owner: RollHome['owners'][number]) => string) => (home: RollHome) =>
  home.owners.map(pick).join(join);
const people = (join: string, names: readonly [string, string, string]): Column[] => [
  [names[0], joined(join, ({ name }) => name)],
  [names[1], joined(join, ({ idDigits = '' }) => idDigits)],
  [names[2], joined(join, ({ phones }) => phones.join())],
];

interface Form {
  readonly columns: readonly Column[];
  readonly before?: readonly string[];
  readonly separator?: string;
  readonly encode?: (text: string) => Uint8Array;
}

const utf8 = (text: string): Uint8Array => Buffer.from(text);
const FORMS: Record<string, Form> = {
  'places in three columns, numerals, 未售 in 备注': {
    before: ['XX小区业主花名册', '单位:㎡'],
    columns: [
      ['序号', (_, i) => String(i + 1)],
      ['楼号', ({ building }) => `${HAN[Number(building)] ?? ''}号楼`],
      ['单元号', ({ entrance }) => `${HAN[Number(entrance)] ?? ''}单元`],
      ['户号', ({ room }) => room],
      ['所在层', ({ room }) => room.slice(0, -2)],
      ['产权面积', ({ area }) => `${formatArea(area)}平方米`],
      ['套内面积', ({ area }) => formatArea(Math.round(area * 0.8))],
      ...people('；', ['所有权人', '公民身份号码', '手机号码']),
      ['备注', ({ status }) => (status === 'unsold' ? '尚未出售' : '')],
    ],
    separator: ';',
    encode: (text) => iconv.encode(text, 'gb18030'),
  },
  'whole addresses, 是否售出 否': {
    columns: [
      ['房屋坐落', ({ building, entrance, room }) => `集宁区解放路12号阳光小区${building}幢${entrance}单元${room}号`],
      ['房屋建筑面积(m²)', ({ area }) => wide(formatArea(area))],
      ...people('/', ['不动产权利人', '证件号码', '联系方式']),
      ['是否售出', ({ status }) => (status === 'unsold' ? '否' : '是')],
    ],
    separator: '\t',
  },
  'building and entrance in one column, quoted cells with line breaks': {
    before: ['业主名册(2026年)', ''],
    columns: [
      ['楼栋', ({ building, entrance }) => `${building}-${entrance}`],
      ['门牌号', ({ room }) => `${room}室`],
      ['业主\n姓名', joined('\n', ({ name }) => name)],
      ['身份证号\n(后六位)', joined('\n', ({ idDigits = '' }) => idDigits)],
      [
        '电 话',
        joined('\n', ({ phones }) =>
          phones.map((phone) => `${phone.slice(0, 3)}-${phone.slice(3, 7)}-${phone.slice(7)}`).join(),
        ),
      ],
      ['面 积', ({ area }) => `约${formatArea(area)}`],
      ['房态', ({ status }) => (status === 'unsold' ? '待售' : '入住')],
    ],
    encode: (text) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)]),
  },
  'short spellings in turn': {
    columns: [
      [
        '房屋编号',
        ({ building: b, entrance: e, room: r }, i) =>
          [
            `${b}-${e}-${r}`,
            `${b}#${e}-${r}`,
            `${b}栋${e}门${r}`,
            wide(`${b}号楼${e}单元${r}`),
            `0${b}-0${e}-0${r}`,
            `${b}#${e}#${r}`,
          ][i % 6] ?? '',
      ],
      ['面积', ({ area }) => formatArea(area)],
      ...people(' ', ['户主', '身份证', '手机']),
      ['销售状态', ({ status }) => (status === 'unsold' ? '未售' : '已售')],
    ],
    encode: (text) => iconv.encode(text, 'utf16le', { addBOM: true }),
  },
};

const quoted = (cell: string, separator: string): string =>
  cell.includes(separator) || /["\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;

const write = (
  homes: readonly RollHome[],
  { columns, before = [], separator = ',', encode = utf8 }: Form,
): Uint8Array => {
  const rows = [columns.map(([name]) => name), ...homes.map((home, i) => columns.map(([, cell]) => cell(home, i)))];
  const lines = rows.map((row) => row.map((cell) => quoted(cell, separator)).join(separator));
  return encode([...before, ...lines].join('\r\n'));
};

const told = (homes: readonly RollHome[]) =>
  homes.map(({ path, area, owners, status }) => ({ path, area, owners, status }));

it.each(Object.entries(FORMS))('reads %s as the same roll', async (_, form) => {
  const truth = await read(readFileSync(join(__dirname, 'fixtures', 'rolls', 'compound-a.xlsx')));
  const again = await read(write(truth.accepted, form));
  expect(again.rejected).toEqual([]);
  expect(again.warnings).toEqual([]);
  expect(told(again.accepted)).toEqual(told(truth.accepted));
  expect(again.totals).toEqual(truth.totals);
});
