import { useState } from 'react';
import { Button, StatusLine } from '../../ui';
import type { TimelineHere } from '../use-timeline';

interface EarlierButtonProps {
  readonly timeline: TimelineHere;
  readonly children: string;
}

/** Goes one page further back, while there is any; what went wrong is said where it was asked for. */
export const EarlierButton = ({ timeline: { back, busy, words }, children }: EarlierButtonProps) => {
  const [asked, setAsked] = useState(false);
  if (back === undefined) return null;
  const ask = () => {
    setAsked(true);
    back();
  };
  return (
    <>
      {asked && words !== undefined ? <StatusLine tone="warning">{words}</StatusLine> : null}
      <Button kind="quiet" loading={asked && busy} disabled={busy} onTap={ask}>
        {children}
      </Button>
    </>
  );
};
