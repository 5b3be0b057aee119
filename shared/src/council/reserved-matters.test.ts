import { reservedDecision, reservedIn, reservedOf } from './reserved-matters';

describe('matters that art. 278 leaves to the owners', () => {
  it.each([
    ['筹集电梯维修资金', 'fund-raising'],
    ['向每户追加收取 500 元维修基金', 'fund-raising'],
    ['维修资金不够了，请大家补交', 'fund-raising'],
    ['维 修 资 金 续 筹', 'fund-raising'],
    ['维·修·资·金续筹方案', 'fund-raising'],
    ['公示维修资金余额，并续筹维修资金', 'fund-raising'],
    ['动用维修资金换水泵', 'fund-use'],
    ['外墙翻新从大修基金支出', 'fund-use'],
    ['更换物业公司', 'property-company-hiring'],
    ['把物业服务企业解聘', 'property-company-hiring'],
    ['业委会换届', 'committee-election'],
    ['修改业主大会议事规则', 'rules-of-procedure'],
    ['管理规约修订', 'covenant'],
    ['3 号楼加装电梯', 'rebuilding'],
    ['自行车棚改建', 'rebuilding'],
    ['把绿地改成停车场', 'common-parts-use'],
    ['电梯轿厢里放广告', 'common-parts-use'],
  ])('knows “%s” as %s', (words, matter) => {
    expect(reservedIn(words)).toBe(matter);
  });

  it.each([
    '楼道灯晚上关得太早',
    '请物业公司每月公布一次保洁安排',
    '公示维修资金使用情况',
    '公开维修资金余额',
    '广场舞音量和时间',
    '电动车充电桩旁边加一盏灯',
    '请物业公司清理楼道杂物',
    '儿童滑梯旁铺软垫',
  ])('leaves “%s” to the council', (words) => {
    expect(reservedIn(words)).toBeUndefined();
  });

  it('holds to the kind whatever the words say', () => {
    expect(reservedOf('fund-raising', '一件小事')).toBe('fund-raising');
    expect(reservedOf('common-affairs', '一件小事', undefined)).toBeUndefined();
  });

  it('finds a decision smuggled into minutes, not one told of before', () => {
    expect(reservedDecision('会议一致同意续筹维修资金。')).toBe('fund-raising');
    expect(reservedDecision('有居民提到维修资金不够，要续交。')).toBeUndefined();
    const before = '业委会：同意。理由是物业公司该换了。';
    expect(reservedDecision(`${before}散会。`, before)).toBeUndefined();
  });
});
