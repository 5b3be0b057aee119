import { isRefusalCode } from '@gongyi/shared/kernel/refusal';
import { Button, StatusLine } from '../ui';
import type { Tone } from '../ui';
import { dismissSent, resendNow, useOutbox } from './outbox';
import type { OutboxEntry } from './outbox';
import { refusalWords } from './refusal-copy';

const SAID: Record<OutboxEntry['state'], { readonly tone: Tone; readonly words: string }> = {
  waiting: { tone: 'warning', words: '待发送：有网络时自动发出' },
  sending: { tone: 'plain', words: '正在发送' },
  unknown: { tone: 'warning', words: '没收到回应，正在核对是否已送达' },
  sent: { tone: 'success', words: '已送达' },
  refused: { tone: 'danger', words: '没有送成' },
};

const wordsOf = (entry: OutboxEntry): string => {
  const code = entry.refusal?.refused;
  if (entry.state === 'refused' && code !== undefined && isRefusalCode(code)) {
    return `没有送成：${refusalWords({ refused: code, facts: entry.refusal?.facts ?? {} })}`;
  }
  return SAID[entry.state].words;
};

/** What is still on its way, in place: nothing is lost silently, nothing claimed that is not known. */
export const OutboxLines = () => {
  const entries = useOutbox();
  return (
    <>
      {entries.map((entry) => (
        <StatusLine
          key={entry.key}
          tone={SAID[entry.state].tone}
          action={
            entry.state === 'sent' || entry.state === 'refused' ? (
              <Button kind="quiet" onTap={() => dismissSent(entry.key)}>
                知道了
              </Button>
            ) : (
              <Button kind="quiet" onTap={() => void resendNow()}>
                现在发
              </Button>
            )
          }
        >
          {entry.title} · {wordsOf(entry)}
        </StatusLine>
      ))}
    </>
  );
};
