import { ownersOf } from './roll-owners';
import { fenOf } from './draft-form';

describe('owners typed line by line', () => {
  it('are a name, the last of a document and numbers, in any order', () => {
    expect(ownersOf('王小样 1234 13900000000\n李示例，13811112222')).toEqual([
      { name: '王小样', idDigits: '1234', phones: ['13900000000'] },
      { name: '李示例', phones: ['13811112222'] },
    ]);
  });

  it('keep an x in the digits in the form of the roll, and skip empty lines', () => {
    expect(ownersOf('\n 张测试 123x \n')).toEqual([{ name: '张测试', idDigits: '123X', phones: [] }]);
  });
});

describe('money typed in yuan', () => {
  it('is whole fen, with or without decimals and separators', () => {
    expect(fenOf('12000')).toBe(1_200_000);
    expect(fenOf('12,000.5')).toBe(1_200_050);
    expect(fenOf('')).toBeUndefined();
    expect(fenOf('-3')).toBeUndefined();
    expect(fenOf('一千')).toBeUndefined();
  });
});
