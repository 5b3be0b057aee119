import { similarTopics } from './similar-topics';

const row = (title: string, seconds = 0) => ({ title, seconds });

describe('similar topics', () => {
  it('finds the same matter said in other words', () => {
    const rows = [row('北门装电动车充电桩'), row('中心花园补种树'), row('给老人装扶手')];
    expect(similarTopics('希望在小区北门口装几个电动车的充电桩', rows)).toEqual([rows[0]]);
  });

  it('is not misled by words that every topic has', () => {
    expect(similarTopics('希望小区物业解决停车问题', [row('希望小区物业解决漏水问题')])).toEqual([]);
  });

  it('puts the likest first, and of equals the one with more neighbours behind it', () => {
    const rows = [row('充电桩旁边的花坛要修', 9), row('装充电桩', 1), row('装充电桩', 5)];
    expect(similarTopics('装充电桩', rows).map(({ title, seconds }) => [title, seconds])).toEqual([
      ['装充电桩', 5],
      ['装充电桩', 1],
    ]);
  });

  it('says nothing of nothing', () => {
    expect(similarTopics('', [row('装充电桩')])).toEqual([]);
    expect(similarTopics('电', [row('电')])).toEqual([]);
  });

  it('offers three at the most', () => {
    expect(
      similarTopics(
        '修健身器材',
        Array.from({ length: 6 }, () => row('修健身器材')),
      ),
    ).toHaveLength(3);
  });
});
