import { reservedDecision, reservedIn, reservedOnAgenda } from './reserved-matters';

describe('matters that art. 278 leaves to the owners', () => {
  it.each([
    ['筹集电梯维修资金', 'fund-raising'],
    ['向每户追加收取 500 元维修基金', 'fund-raising'],
    ['维修资金不够了，请大家补交', 'fund-raising'],
    ['维 修 资 金 续 筹', 'fund-raising'],
    ['维·修·资·金续筹方案', 'fund-raising'],
    ['公示维修资金余额，并续筹维修资金', 'fund-raising'],
    ['维修资金的事，需要大家一起想想办法，每户再拿出两千元', 'fund-raising'],
    ['公示维修资金情况并每户补交两千元', 'fund-raising'],
    ['公开收取维修资金', 'fund-raising'],
    ['說明維修資金後，各戶補繳', 'fund-raising'],
    ['维🏠修🏠资🏠金续筹', 'fund-raising'],
    ['维，修，资，金每户两千', 'fund-raising'],
    ['维x修y资z金补齐', 'fund-raising'],
    ['weixiu zijin 每户两千元', 'fund-raising'],
    ['公维金补足', 'fund-raising'],
    ['房屋养老金按面积交', 'fund-raising'],
    ['每户交两千元，存进专户，屋顶大修用', 'fund-raising'],
    ['业主集资翻修外墙', 'fund-raising'],
    ['关于维修资金', 'fund-use'],
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
    ['请物业公开维修资金余额，再拿五万元翻修屋顶', 'fund-use'],
    ['公示维修资金使用情况，从中支付五万元翻修 3 号楼屋顶', 'fund-use'],
    ['给 3 号楼 2 单元装电梯', 'rebuilding'],
    ['3 号楼安装电梯', 'rebuilding'],
    ['换一家物业', 'property-company-hiring'],
    ['物业公司该换了', 'property-company-hiring'],
    ['更换小区物业公司', 'property-company-hiring'],
    ['更换现任物业公司', 'property-company-hiring'],
    ['更换前期物业服务企业', 'property-company-hiring'],
    ['物业公司更换', 'property-company-hiring'],
    ['关于物业公司更换一事', 'property-company-hiring'],
    ['物业公司换一家', 'property-company-hiring'],
    ['物业公司换人', 'property-company-hiring'],
    ['加装电梯地基施工', 'rebuilding'],
    ['3 号楼加装电梯间', 'rebuilding'],
    ['更换管理人', 'property-company-hiring'],
    ['换成新物业', 'property-company-hiring'],
    ['把物业换了', 'property-company-hiring'],
    ['另请新的物业公司', 'property-company-hiring'],
    ['重选业委会', 'committee-election'],
    ['选业委会主任', 'committee-election'],
    ['在电梯里投放广告', 'common-parts-use'],
    ['把南侧绿化带改成停车位', 'common-parts-use'],
    ['架空层改作棋牌室', 'common-parts-use'],
    ['屋顶改成平台花园', 'common-parts-use'],
    ['中心花园改停车场', 'common-parts-use'],
    ['地面车位对外出租', 'common-parts-use'],
  ])('knows “%s” as %s', (words, matter) => {
    expect(reservedIn(words)).toBe(matter);
  });

  it.each([
    '楼道灯晚上关得太早',
    '请物业公司每月公布一次保洁安排',
    '公示维修资金使用情况',
    '公开维修资金余额',
    '请物业每季度公布维修资金余额和明细',
    '讲讲维修资金怎么用',
    '电梯维修，资金由物业公司自己出',
    '每户交二十元门禁卡工本费',
    '维修楼道灯',
    '广场舞音量和时间',
    '电动车充电桩旁边加一盏灯',
    '请物业公司清理楼道杂物',
    '儿童滑梯旁铺软垫',
    '请物业换一下楼道灯',
    '请物业公司换一下楼道灯',
    '物业公司更换了门禁',
    '物业公司要换灯泡',
    '物业公司需更换电梯钢丝绳',
    '物业公司要换掉坏灯',
    '更换门锁请物业公司办',
    '把物业换下来的灯管清走',
    '换一个物业电话牌，号码看不清',
    '把物业公示栏换到门口',
    '楼道灯改成声控灯',
    '健身广场的灯改成太阳能灯',
    '安居花园门口的灯改成感应灯',
    '电梯里装一个摄像头，防电动车进电梯',
    '安装电梯监控',
    '清理电梯和楼道里的小广告',
    '清理占用绿化带的杂物',
    '绿化带的树枝挡住路灯',
    '地面车位重新画线',
    '业委会的公示栏选个新位置',
    '公示维修资金使用情况，贴在公示栏',
  ])('leaves “%s” to the council', (words) => {
    expect(reservedIn(words)).toBeUndefined();
  });

  it('reads title, words and tasks together', () => {
    expect(reservedIn('维修资金', '大家商量一下。', '每户两千元')).toBe('fund-raising');
    expect(reservedIn('公示维修资金余额', '没有别的', '向每户收取两千元')).toBe('fund-raising');
    expect(reservedIn('公示维修资金余额', '每季度一次', '贴在公示栏')).toBeUndefined();
  });

  it('finds a decision smuggled into minutes, not one told of before', () => {
    expect(reservedDecision('会议一致同意续筹维修资金。')).toBe('fund-raising');
    expect(reservedDecision('有居民提到维修资金不够，要续交。')).toBeUndefined();
    expect(reservedDecision('会议同意：\n每户补交维修资金两千元。')).toBe('fund-raising');
    expect(reservedDecision('会议同意。公示维修资金余额。每户补交两千元。')).toBe('fund-raising');
    expect(reservedDecision('维修资金不够的事，同意提请业主大会表决。')).toBeUndefined();
    expect(reservedDecision('补交维修资金，不必提请业主大会表决。')).toBe('fund-raising');
    expect(reservedDecision('会后一起清理了楼道里的小广告。')).toBeUndefined();
    // Told in one sentence, decided in another.
    const told = '会上介绍了续筹维修资金方案，每户500元。';
    expect(reservedDecision(`${told}四方一致同意该方案。`)).toBe('fund-raising');
    expect(reservedDecision(`${told}四方一致同意上述方案。`, told)).toBe('fund-raising');
    expect(reservedDecision('物业建议更换物业公司。四方同意这个意见。')).toBe('property-company-hiring');
    expect(reservedDecision(`${told}四方一致同意换一盏门灯。`, told)).toBeUndefined();
    expect(reservedDecision(`居民提出续筹维修资金，交业主大会表决。四方同意此事照办。`)).toBeUndefined();
    const before = '业委会：同意。理由是物业公司该换了。';
    expect(reservedDecision(`${before}散会。`, before)).toBeUndefined();
  });

  it.each([
    ['选聘某物业公司', ''],
    ['换届', '同意换一家物业公司。'],
    ['日常事务', '由业主委员会表决选聘物业公司。'],
    ['物业合同', '选聘和谐物业公司，不必提请业主大会表决。'],
    ['提请业主大会表决选聘物业公司', '同意选聘和谐物业公司，合同三年。'],
    ['关于更换水泵', '从维修资金列支五万元。'],
  ])('finds what a committee would decide of the owners’: “%s”, “%s”', (title, words) => {
    expect(reservedOnAgenda(title, words)).toBeDefined();
  });

  it.each([
    ['提请业主大会表决续聘物业公司', '现合同年底到期，拟续聘和谐物业公司三年。'],
    ['提请业主大会表决动用维修资金更换水泵', '预算五万元，从维修资金列支。'],
    ['召开业主大会表决业委会换届', '会议时间另行公告。'],
    ['关于水泵', '提请业主大会表决动用维修资金更换水泵。'],
    ['聘请审计', '聘请会计师事务所审计物业账目。'],
  ])('lets a committee propose to the owners, and keep house: “%s”, “%s”', (title, words) => {
    expect(reservedOnAgenda(title, words)).toBeUndefined();
  });
});
