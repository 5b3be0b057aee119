import { useState } from 'react';
import * as z from 'zod/mini';
import { useKept, useLookChoice } from '../../platform';
import { Button, StatusLine } from '../../ui';
import { HOME } from './home-copy';

/** Offered once, never again unless asked for by the switch above. */
export const ElderOffer = () => {
  const [answered, answer] = useKept('elder-offered', z.boolean());
  const [gone, setGone] = useState(false);
  const { choose } = useLookChoice();
  if (answered === true || gone) return null;
  const close = (elder: boolean) => {
    answer(true);
    setGone(true);
    if (elder) choose({ elder });
  };
  return (
    <StatusLine
      action={
        <>
          <Button kind="quiet" onTap={() => close(true)}>
            {HOME.elderOfferYes}
          </Button>
          <Button kind="quiet" onTap={() => close(false)}>
            {HOME.elderOfferNo}
          </Button>
        </>
      }
    >
      {HOME.elderOffer}
    </StatusLine>
  );
};
