import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { HotlineRow } from '@gongyi/shared/requests/contract';
import { answerWith, reset, sent } from '../../test/taro-stub';
import { ExportCard } from './components/export-card';
import { HotlineRows } from './components/hotline-rows';
import { RatesCard } from './components/rates-card';
import { TemplateList } from './components/template-list';

const RATES = {
  from: 0,
  until: 1,
  answeredInTime: 9,
  firstAnswersDue: 10,
  confirmed: 3,
  outcomesAnswered: 4,
  satisfied: 0,
  satisfactionAnswered: 0,
  unanswered: 5,
};

beforeEach(reset);

describe('an office’s own page', () => {
  it('shows each rate with what it is made of, none where nobody answered, and the unanswered beside', async () => {
    answerWith(() => ({ statusCode: 200, data: RATES }));
    render(<RatesCard organisationId="o1" />);
    expect(await screen.findByText('9 / 10')).toBeTruthy();
    expect(screen.getByText('3 / 4')).toBeTruthy();
    expect(screen.getByText('还没有')).toBeTruthy();
    expect(screen.getByText(/还没答复：5 件/)).toBeTruthy();
    fireEvent.click(screen.getByText('一年'));
    await waitFor(() => expect(sent.at(-1)?.url).toContain('days=365'));
  });

  it('changes the template that was tapped, by its id', async () => {
    answerWith(({ method }) => {
      const template = { id: 't1', title: '已接单', words: '马上来' };
      return { statusCode: 200, data: method === 'GET' ? { items: [template] } : template };
    });
    render(<TemplateList organisationId="o1" />);
    fireEvent.click(await screen.findByText('已接单'));
    fireEvent.input(screen.getByLabelText('内容'), { target: { value: '半小时到' } });
    fireEvent.click(screen.getByText('保存'));
    await waitFor(() => expect(sent.filter(({ method }) => method === 'POST')).toHaveLength(1));
    const saved: unknown = JSON.parse(sent.find(({ method }) => method === 'POST')?.data ?? '{}');
    expect(saved).toEqual({ id: 't1', title: '已接单', words: '半小时到' });
  });

  it('takes the list of an organisation, or of a community, and offers none for a street', async () => {
    answerWith(() => ({ statusCode: 200, data: { rows: 0, url: 'https://files.example/x' } }));
    const first = render(<ExportCard organisationId="o1" />);
    fireEvent.click(screen.getByText('导出 xlsx'));
    await waitFor(() => expect(sent.at(-1)?.url).toContain('/organisations/o1/requests/export'));
    first.unmount();
    const second = render(<ExportCard placeId="jn.s1.c2" />);
    fireEvent.click(screen.getByText('导出 xlsx'));
    await waitFor(() => expect(sent.at(-1)?.url).toContain('/communities/jn.s1.c2/requests/export'));
    second.unmount();
    expect(render(<ExportCard placeId="jn.s1" />).container.textContent).toBe('');
  });
});

describe('rows of a hotline sheet', () => {
  const row = (line: number, more: Partial<HotlineRow>): HotlineRow => ({
    line,
    number: `G${String(line)}`,
    is: 'ready',
    doubts: [],
    words: '灯不亮',
    address: '1号楼',
    ...more,
  });

  it('tells of every row what becomes of it and why', () => {
    const rows = [
      row(3, { category: 'lighting', placeName: '和谐家园 1号楼', doubts: ['due-missing'] }),
      row(4, { is: 'rejected', why: 'building-unknown', address: '9号楼' }),
    ];
    render(<HotlineRows rows={rows} refused={new Map([[3, '地点不对']])} />);
    expect(screen.getByText(/没有办结时限/)).toBeTruthy();
    expect(screen.getByText('地点不对')).toBeTruthy();
    fireEvent.click(screen.getByText('没收 1'));
    expect(screen.getByText(/小区里没有这栋楼/)).toBeTruthy();
    expect(screen.getByText(/9号楼/)).toBeTruthy();
  });
});
