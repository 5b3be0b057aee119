import fc from 'fast-check';
import { readOwners } from './roll-rules-owners';

const read = (owner: string, idDigits = '', phone = '', width = 6) => {
  const found = readOwners({ owner, idDigits, phone }, width);
  return (
    found && [
      found.owners.map(({ name, idDigits: id = '?', phones }) => [name, id, ...phones].join(' ')).join(', '),
      [...found.doubts].sort().join(','),
    ]
  );
};

describe('owners', () => {
  it.each([
    ['张伟', '123456', '13800138000', '张伟 123456 13800138000', ''],
    ['张 伟', '123456', '', '张伟 123456', ''],
    ['张　伟', '１２３４５Ｘ', '', '张伟 12345X', ''],
    [
      '高宇洋、高雨',
      '731263、455812',
      '19900009393、19900001295',
      '高宇洋 731263 19900009393, 高雨 455812 19900001295',
      '',
    ],
    [
      '梁华娟 叶兰伟',
      '603036 468961',
      '19900009968 19900000172',
      '梁华娟 603036 19900009968, 叶兰伟 468961 19900000172',
      '',
    ],
    [
      '徐宇桂/杨静',
      '766256/054686',
      '199 0000 1178/19900008095',
      '徐宇桂 766256 19900001178, 杨静 054686 19900008095',
      '',
    ],
    ['徐宇桂；杨静', '766256；054686', '', '徐宇桂 766256, 杨静 054686', ''],
    ['徐宇桂,杨静', '766256、', '', '徐宇桂 766256, 杨静 ?', 'id-missing'],
    ['徐宇桂\n杨静', '766256\n054686', '', '徐宇桂 766256, 杨静 054686', ''],
    ['欧阳 建国', '123456', '', '欧阳建国 123456', 'owners-unclear'],
    ['张 伟、李 芳', '123456、654321', '', '张伟 123456, 李芳 654321', ''],
    ['梁华娟 叶兰伟', '', '19900009968、19900000172', '梁华娟 ? 19900009968, 叶兰伟 ? 19900000172', 'id-missing'],
    ['阿拉坦・乌拉', '123456', '', '阿拉坦·乌拉 123456', ''],
    ['苏和', '123456', '', '苏和 123456', ''],
    ['John Smith', '', '', 'John Smith ?', 'id-missing'],
    ['张伟(夫)、李芳(妻)', '123456、654321', '', '张伟 123456, 李芳 654321', ''],
    ['张伟、张伟', '123456、123456', '', '张伟 123456', ''],
    ['张伟', '15090119900101123x', '', '张伟 01123X', ''],
    ['张伟', '150901********1234', '', '张伟 1234', ''],
    ['张伟', '1.50901199001011e+17', '', '张伟 ?', 'id-unreadable'],
    ['张伟', '3479', '', '张伟 003479', 'id-padded'],
    ['张伟', '123456', '13800138000/13900139000', '张伟 123456 13800138000 13900139000', ''],
    ['张伟', '123456', '+86 138-0013-8000', '张伟 123456 13800138000', ''],
    ['张伟', '123456', '0474-8888123', '张伟 123456 04748888123', ''],
    ['张伟', '123456', '12345', '张伟 123456', 'phone-unreadable'],
    ['张伟', '123456', '无', '张伟 123456', ''],
    ['张伟、李芳', '123456、654321', '13800138000', '张伟 123456 13800138000, 李芳 654321', ''],
    [
      '张伟、李芳',
      '123456、654321',
      '13800138000、13800138001、13800138002',
      '张伟 123456, 李芳 654321',
      'phone-unmatched',
    ],
  ])('%s | %s | %s', (owner, ids, phones, owners, doubts) => {
    expect(read(owner, ids, phones)).toEqual([owners, doubts]);
  });

  it('keeps four digits where the file has four', () => {
    expect(read('张伟', '0012', '', 4)).toEqual(['张伟 0012', '']);
  });

  it.each(['', '、', '123', '?'])('reads nobody from %p', (owner) => {
    expect(read(owner)).toBeUndefined();
  });

  it('matches IDs and phones to co-owners by their place, whatever joins them', () => {
    const name = fc.constantFrom('高宇洋', '李娜', '萨仁高娃', '阿拉坦·乌拉');
    const id = fc.stringMatching(/^[0-9]{5}[0-9X]$/);
    const phone = fc.stringMatching(/^1[3-9][0-9]{9}$/);
    fc.assert(
      fc.property(
        fc.array(fc.record({ name, id, phone }), { minLength: 1, maxLength: 4 }),
        fc.constantFrom('、', '/', ',', '；', ' '),
        (people, separator) => {
          const unlike = people.filter(
            (one, i) => people.findIndex((other) => other.name === one.name && other.id === one.id) === i,
          );
          const column = (pick: (one: { name: string; id: string; phone: string }) => string) =>
            unlike.map(pick).join(separator);
          const found = readOwners(
            { owner: column((one) => one.name), idDigits: column((one) => one.id), phone: column((one) => one.phone) },
            6,
          );
          expect(found?.owners).toEqual(
            unlike.map((one) => ({ name: one.name, idDigits: one.id, phones: [one.phone] })),
          );
        },
      ),
    );
  });
});
