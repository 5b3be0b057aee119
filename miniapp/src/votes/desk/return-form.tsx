import * as z from 'zod/mini';
import { HANDED_IN_BY, HandedInBy, returnPaper } from '@gongyi/shared/votes/contract-paper';
import { useChecked, useDraft } from '../../platform';
import { Button, Choice, StatusLine, TextField } from '../../ui';
import { LINE } from '../desk-copy';
import type { LineFormProps } from './deliver-form';

const Draft = z.object({ serial: z.string(), by: z.optional(HandedInBy) });

/** 回收登记: the paper came back, its number read from the paper itself; nobody looks at its face before the close. */
export const ReturnForm = ({ voteId, line, registers, onDone }: LineFormProps) => {
  const draft = useDraft(`return.${voteId}.${String(line.line)}`, Draft, { serial: '' });
  const { serial, by } = draft.value;
  const body = { serial: serial.trim() === '' ? undefined : serial, by };
  const checked = useChecked(returnPaper.body, body);
  const send = async () => {
    const read = z.safeParse(returnPaper.body, body);
    if (!checked.ask() || !read.success) return;
    const input = { params: { voteId, line: line.line }, body: read.data };
    if (!(await registers.change(returnPaper, input, LINE.returnedDone))) return;
    draft.clear();
    onDone();
  };
  return (
    <>
      <StatusLine tone="warning">{LINE.returnWhat}</StatusLine>
      <TextField
        label={LINE.serial}
        value={serial}
        keyboard="number"
        maxLength={6}
        hint={LINE.returnSerialHint}
        error={checked.wrong('serial') ? LINE.serialWrong : undefined}
        onChange={(next) => draft.change({ serial: next })}
        onLeave={() => checked.leave('serial')}
      />
      <Choice
        label={LINE.handedInLabel}
        options={HANDED_IN_BY.map((value) => ({ value, words: LINE.handedInBy[value] }))}
        value={by}
        error={checked.wrong('by') ? LINE.choose : undefined}
        onChange={(next) => draft.change({ by: next })}
      />
      <Button wide loading={registers.act.busy} onTap={() => void send()}>
        {LINE.returnVerb}
      </Button>
    </>
  );
};
