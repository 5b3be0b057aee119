import type { ReactNode } from 'react';
import { placeKind } from '@gongyi/shared/district/place';
import { Page, open, useCompoundId, useMe, usePageParams, useSignedIn } from '../../platform';
import { Button, EmptyState } from '../../ui';
import { DESK } from '../desk-copy';
import { SignInFirst } from './desk-page';

/** The compound one works in: that of the address, of one's role, or the one looked at. */
export const useDeskCompound = (): string | undefined => {
  const { compound, place } = usePageParams();
  const me = useMe();
  const looked = useCompoundId();
  const isCompound = (id: string | undefined): id is string => id !== undefined && placeKind(id) === 'compound';
  const own = me?.grants.map(({ placeId }) => placeId).find(isCompound);
  return compound ?? (isCompound(place) ? place : (own ?? looked));
};

interface CompoundPageProps {
  readonly title: string;
  readonly children: (compoundId: string) => ReactNode;
}

/** A page about a compound's votes: one says who one is, then which compound. */
export const CompoundPage = ({ title, children }: CompoundPageProps) => {
  const signedIn = useSignedIn();
  const compoundId = useDeskCompound();
  if (!signedIn) return <SignInFirst title={title} />;
  if (compoundId !== undefined) return <>{children(compoundId)}</>;
  return (
    <Page title={title}>
      <EmptyState
        words={DESK.pick}
        action={<Button onTap={() => open('district/pages/pick-compound/index')}>{DESK.pickVerb}</Button>}
      />
    </Page>
  );
};
