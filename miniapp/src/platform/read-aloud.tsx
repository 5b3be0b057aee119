import { useEffect, useRef, useState } from 'react';
import { Button } from '../ui';
import { useLookChoice } from './look-choice';
import { canReadAloud, readAloud } from './voice';

/** Reads a notice or a ballot to those whom reading is hard. Not there where the device has no voice. */
export const ReadAloud = ({ words }: { readonly words: string }) => {
  const [reading, setReading] = useState(false);
  const { elder } = useLookChoice();
  const stop = useRef<() => void>();
  useEffect(() => () => stop.current?.(), []);
  if (!canReadAloud()) return null;
  const toggle = () => {
    if (reading) {
      stop.current?.();
      setReading(false);
      return;
    }
    setReading(true);
    stop.current = readAloud(words, () => setReading(false));
  };
  return (
    <Button kind={elder ? 'secondary' : 'quiet'} wide={elder} onTap={toggle}>
      {reading ? '停下，不读了' : '读给我听'}
    </Button>
  );
};
