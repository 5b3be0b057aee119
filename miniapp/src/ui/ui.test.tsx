import { act, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import {
  Button,
  Choice,
  Choices,
  Confirm,
  Filter,
  FourTable,
  LookContext,
  PageShell,
  PhotoGrid,
  TextField,
  clockWords,
  countdown,
  daysLeftWords,
  spanWords,
} from '.';
import { done, reset } from '../../test/taro-stub';
import { qrSvg } from './qr-code';

const HOUR = 3_600_000;
// 2026-11-23 14:00 in Shanghai, a Monday.
const NOW = Date.UTC(2026, 10, 23, 6);

describe('time in words', () => {
  it.each([
    [NOW + HOUR, '今天 15:00'],
    [NOW + 24 * HOUR, '明天 14:00'],
    [NOW - 24 * HOUR, '昨天 14:00'],
    [NOW + 48 * HOUR, '周三 14:00'],
    [NOW + 30 * 24 * HOUR, '12月23日 14:00'],
    [NOW + 60 * 24 * HOUR, '2027年1月22日 14:00'],
  ])('says %i as %s', (at, words) => expect(clockWords(at, NOW)).toBe(words));

  it.each([
    [9 * HOUR, '今天结束'],
    [11 * HOUR, '还剩 1 天'],
    [23 * HOUR, '还剩 1 天'],
    [35 * HOUR, '还剩 2 天'],
  ])('says of what ends in %i ms, by days of the calendar, %s', (left, words) =>
    expect(daysLeftWords(NOW + left, NOW)).toBe(words),
  );

  it.each([
    [3 * HOUR, '还剩 3 小时', 'warning'],
    [50 * HOUR, '还剩 2 天 2 小时', 'plain'],
    [-2 * HOUR, '已超期 2 小时', 'danger'],
    [0, '已超期 1 分钟', 'danger'],
  ])('counts %i ms to a deadline as %s', (left, words, tone) =>
    expect(countdown(NOW + left, NOW)).toEqual({ words, tone }),
  );
});

it('says from when until when, the day once', () => {
  expect(spanWords(NOW + 24 * HOUR, NOW + 26 * HOUR, NOW)).toBe('明天 14:00–16:00');
  expect(spanWords(NOW + 8 * HOUR, NOW + 12 * HOUR, NOW)).toBe('今天 22:00–明天 02:00');
});

describe('a button', () => {
  it('takes no second tap while it is busy', () => {
    const tapped = jest.fn();
    render(
      <Button loading onTap={tapped}>
        提交报修
      </Button>,
    );
    fireEvent.click(screen.getByRole('button', { name: '提交报修' }));
    expect(tapped).not.toHaveBeenCalled();
  });
});

describe('several of some', () => {
  it('are taken and given back by a tap, and stand in the order offered', () => {
    const options = [
      { value: 'first-aid', words: '急救' },
      { value: 'repair', words: '维修' },
    ] as const;
    const changed = jest.fn();
    const { rerender } = render(<Choices label="会什么" options={options} values={['repair']} onChange={changed} />);
    fireEvent.click(screen.getByRole('checkbox', { name: '急救' }));
    expect(changed).toHaveBeenLastCalledWith(['first-aid', 'repair']);
    rerender(<Choices label="会什么" options={options} values={['first-aid', 'repair']} onChange={changed} />);
    fireEvent.click(screen.getByRole('checkbox', { name: '维修' }));
    expect(changed).toHaveBeenLastCalledWith(['first-aid']);
  });
});

describe('a filter', () => {
  it('says what it narrows to, and widens again', () => {
    const changed = jest.fn();
    const options = [{ value: 'today', words: '今天' }] as const;
    const { rerender } = render(
      <Filter label="哪天" all="不限" options={options} value={undefined} onChange={changed} />,
    );
    fireEvent.click(screen.getByRole('button', { name: '哪天：不限' }));
    fireEvent.click(screen.getByRole('radio', { name: '今天' }));
    expect(changed).toHaveBeenLastCalledWith('today');
    expect(screen.queryByRole('dialog')).toBeNull();
    rerender(<Filter label="哪天" all="不限" options={options} value="today" onChange={changed} />);
    fireEvent.click(screen.getByRole('button', { name: '哪天：今天' }));
    fireEvent.click(screen.getByRole('radio', { name: '不限' }));
    expect(changed).toHaveBeenLastCalledWith(undefined);
  });
});

describe('a choice', () => {
  it('has nothing chosen until somebody chooses', () => {
    const Form = () => {
      const [value, setValue] = useState<'agree' | 'oppose'>();
      const options = [
        { value: 'agree', words: '同意' },
        { value: 'oppose', words: '反对' },
      ] as const;
      return <Choice label="您的意见" options={options} value={value} onChange={setValue} />;
    };
    render(<Form />);
    const radios = screen.getAllByRole('radio');
    expect(radios.map((radio) => radio.getAttribute('aria-checked'))).toEqual(['false', 'false']);
    fireEvent.click(screen.getByRole('radio', { name: '反对' }));
    expect(screen.getByRole('radio', { name: '反对' }).getAttribute('aria-checked')).toBe('true');
  });
});

describe('a text field', () => {
  it('tells a screen reader what is wrong with it', () => {
    render(<TextField label="姓名" value="" maxLength={40} error="请填姓名" onChange={() => undefined} />);
    const input = screen.getByRole('textbox', { name: '姓名' });
    const told = document.getElementById(input.getAttribute('aria-describedby') ?? '');
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(told?.textContent).toBe('请填姓名');
  });
});

describe('a question before what cannot be undone', () => {
  it('takes the focus, closes by Escape and gives the focus back', () => {
    const Asking = () => {
      const [open, setOpen] = useState(false);
      return (
        <>
          <Button onTap={() => setOpen(true)}>撤回</Button>
          <Confirm
            open={open}
            title="撤回这件报事？"
            lines={['物业会看到您已撤回。']}
            verb="确定撤回"
            onConfirm={() => undefined}
            onClose={() => setOpen(false)}
          />
        </>
      );
    };
    render(<Asking />);
    const opener = screen.getByRole('button', { name: '撤回' });
    act(() => opener.focus());
    fireEvent.click(opener);
    const dialog = screen.getByRole('dialog', { name: '撤回这件报事？' });
    expect(dialog.contains(document.activeElement)).toBe(true);
    fireEvent.keyDown(document, { key: 'Escape' });
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(opener);
  });
});

describe('the table of four', () => {
  it('says each side with its number, and a side without data is not shown as empty', () => {
    const tapped = jest.fn();
    render(
      <FourTable
        fills={{
          'committee-of-residents': 0.5,
          'party-branch': 1,
          'owners-committee': undefined,
          'property-company': 0,
        }}
        numbers={{
          'committee-of-residents': '按时 1/2',
          'party-branch': '按时 4/4',
          'owners-committee': '暂无',
          'property-company': '按时 0/3',
        }}
        figure="3/4"
        onSide={tapped}
      />,
    );
    fireEvent.click(screen.getByRole('button', { name: '物业 按时 0/3' }));
    expect(tapped).toHaveBeenCalledWith('property-company');
    expect(screen.getByRole('button', { name: '业委会 暂无' }).className).toContain('table-none');
    expect(screen.getByRole('button', { name: '物业 按时 0/3' }).className).not.toContain('table-none');
  });
});

describe('photos', () => {
  it('offers a failed one again by itself, and no more than nine in all', () => {
    const retried = jest.fn();
    const photos = Array.from(
      { length: 9 },
      (_, at) => ({ key: `k${at}`, src: 'x', state: at === 3 ? 'failed' : 'ready', label: `照片 ${at + 1}` }) as const,
    );
    render(<PhotoGrid photos={photos} onAdd={() => undefined} onRetry={retried} />);
    fireEvent.click(screen.getByRole('button', { name: /照片 4/ }));
    expect(retried).toHaveBeenCalledWith('k3');
    expect(screen.queryByText('加照片')).toBeNull();
  });
});

describe('the shell', () => {
  it('never reads smaller than 大 in 长辈版', () => {
    const { container } = render(
      <LookContext.Provider value={{ textSize: 'standard', elder: true }}>
        <PageShell title="首页" />
      </LookContext.Provider>,
    );
    expect(container.querySelector('.look-large.look-elder')).not.toBeNull();
  });

  it('names itself and leads back to 首页 when a link opened it; a tab page has no way back', () => {
    reset();
    const { rerender } = render(<PageShell title="报事进展" />);
    expect(screen.getByRole('heading', { level: 1, name: '报事进展' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '返回' }));
    expect(done).toEqual([{ name: 'switchTab', options: { url: '/pages/home/index' } }]);
    rerender(<PageShell title="首页" tab="home" />);
    expect(screen.getByRole('heading', { level: 1, name: '首页' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: '返回' })).toBeNull();
  });
});

describe('a QR code', () => {
  it('is a different picture for different words, with four modules of quiet around', () => {
    expect(qrSvg('https://example.org/q/a')).not.toBe(qrSvg('https://example.org/q/b'));
    expect(qrSvg('a')).toContain('viewBox="0 0 29 29"');
  });
});
