import type { ColumnKind, Sheet } from './roll';
import { chooseSheet, guessLayout } from './roll-columns';
import { headerMeaning } from './roll-column-names';

const sheet = (rows: readonly (readonly string[])[], name = '名册', hidden = false): Sheet => ({
  name,
  hidden,
  rows: rows.map((cells, i) => ({ line: i + 1, cells })),
});

describe('names of columns', () => {
  const names: Record<ColumnKind | 'other', readonly string[]> = {
    building: ['楼栋', '楼号', '幢', '栋', '楼座', '幢号', '栋号', '楼', '座', '楼栋号', '楼栋单元', '栋号/单元'],
    entrance: ['单元', '单元号', '门', '梯', '门洞', '门号', '单元(门)', '所属单元'],
    room: [
      '房号',
      '房屋编号',
      '室号',
      '门牌',
      '门牌号',
      '坐落',
      '房屋坐落',
      '房间',
      '房间号',
      '户号',
      '户室号',
      '单元房号',
      '房屋地址',
      '房间号码',
      '楼-单元-室',
      '栋-单元-房号',
    ],
    area: [
      '建筑面积',
      '面积',
      '面积(㎡)',
      '建筑面积（平方米）',
      '产权面积',
      '房屋面积',
      '登记面积',
      '不动产权证面积',
      '建面',
      '平米数',
      '专有部分面积',
      '计费面积',
    ],
    owner: [
      '业主',
      '业主姓名',
      '产权人',
      '所有权人',
      '姓名',
      '不动产权利人',
      '户主',
      '买受人',
      '业主（产权人）',
      '产权人/共有人',
      '房屋所有权人',
    ],
    idDigits: [
      '身份证号',
      '身份证后6位',
      '证件号后六位',
      '证件号码',
      '公民身份号码',
      '业主身份证',
      '后六位',
      '身份证号码(后六位)',
    ],
    phone: ['电话', '手机', '手机号码', '联系方式', '联系电话', '业主电话', '移动电话'],
    coOwner: ['共有人', '共有人姓名', '共有产权人', '业主2', '配偶'],
    coOwnerIdDigits: ['共有人身份证号', '共有人证件号码'],
    coOwnerPhone: ['共有人电话', '配偶手机'],
    sold: ['是否售出', '销售状态', '是否已售', '销售情况'],
    delivered: ['是否交付', '交付情况', '是否交房', '交房情况', '收房'],
    note: ['备注', '说明', '房屋状态', '状态'],
    other: [
      '序号',
      '产权证号',
      '不动产权证书号',
      '套内面积',
      '公摊面积',
      '楼层',
      '证件类型',
      '房屋用途',
      '户型',
      '交房日期',
      '紧急联系人电话',
      '物业费',
      '与业主关系',
      '车位面积',
    ],
  };

  it.each(Object.entries(names).flatMap(([kind, words]) => words.map((word) => [word, kind])))(
    '%s names %s',
    (word, kind) => {
      expect(headerMeaning(word)?.kind).toBe(kind);
    },
  );

  it.each([
    '1号楼',
    '101',
    '105.30平米',
    '已交付',
    '未售',
    '张伟',
    '19900004170',
    '2026-10-08',
    '',
    '示例小区甲业主名册(专有部分面积以不动产登记簿为准)以及其他说明',
    '6',
  ])('%p names nothing', (word) => {
    expect(headerMeaning(word)).toBeUndefined();
  });
});

describe('finding the header', () => {
  const header = ['房号', '面积', '业主', '身份证', '电话'];
  const home = ['1-1-101', '88.1', '张伟', '123456', '13800138000'];

  it('passes over titles and notes', () => {
    const guess = guessLayout(
      sheet([
        ['某小区业主名册', '某小区业主名册', '某小区业主名册'],
        ['填表人:某某', '', '', '日期'],
        [],
        header,
        home,
      ]),
    );
    expect(guess?.layout).toEqual({
      sheet: '名册',
      headerLine: 4,
      columns: { room: 0, area: 1, owner: 2, idDigits: 3, phone: 4 },
    });
    expect(guess?.missing).toEqual([]);
    expect(guess?.guesses.owner?.confidence).toBe('sure');
  });

  it('takes the area the register gives, whatever else is measured', () => {
    const guess = guessLayout(
      sheet([
        ['房号', '套内面积', '建筑面积', '合同面积', '产权面积', '业主'],
        ['1-1-101', '70', '88', '87', '88.1', '张伟'],
      ]),
    );
    expect(guess?.layout.columns.area).toBe(4);
  });

  it('prefers a column whose cells are what its name says', () => {
    const guess = guessLayout(
      sheet([
        ['房号', '产权面积', '面积', '业主'],
        ['1-1-101', '见证', '88', '张伟'],
        ['1-1-102', '见证', '89', '李芳'],
      ]),
    );
    expect(guess?.layout.columns.area).toBe(2);
  });

  it('takes the whole address where the room alone names no building', () => {
    const guess = guessLayout(
      sheet([
        ['房号', '坐落', '面积', '业主'],
        ['101', '1号楼1单元101', '88', '张伟'],
      ]),
    );
    expect(guess?.layout.columns.room).toBe(1);
  });

  it('knows phones by their look when their column has another name', () => {
    const guess = guessLayout(
      sheet([
        ['房号', '面积', '业主', '微信'],
        ['1-1-101', '88', '张伟', '13800138000'],
      ]),
    );
    expect(guess?.guesses.phone).toEqual({ column: 3, header: '', confidence: 'likely' });
  });

  it('says what it could not find', () => {
    expect(
      guessLayout(
        sheet([
          ['楼号', '单元', '房号', '业主', '电话'],
          ['1', '1', '101', '张伟', ''],
        ]),
      )?.missing,
    ).toEqual(['area']);
    expect(
      guessLayout(
        sheet([
          ['日期', '金额'],
          ['2026-10-08', '5'],
        ]),
      ),
    ).toBeUndefined();
    expect(guessLayout(sheet([]))).toBeUndefined();
  });

  it('reads the sheet with the roll, a visible one first', () => {
    const notes = sheet([['填表说明'], ['一、请如实填写']], '说明');
    const hidden = sheet([header, home, home], '旧', true);
    const shown = sheet([header, home], '新');
    expect(chooseSheet([notes, hidden, shown])?.sheet.name).toBe('新');
    expect(chooseSheet([notes, hidden])?.sheet.name).toBe('旧');
    expect(chooseSheet([notes])).toBeUndefined();
  });
});
