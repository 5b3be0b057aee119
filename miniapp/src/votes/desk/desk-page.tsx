import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { VoteView } from '@gongyi/shared/votes/contract-view';
import { LoadState, Page, requireSignIn, usePageParams, usePullToRefresh, useSignedIn } from '../../platform';
import { Button, EmptyState } from '../../ui';
import { ForceStrip } from '../components/force-strip';
import { DESK } from '../desk-copy';
import { useDeskVote } from './use-desk-vote';
import type { VoteDesk } from './use-desk-vote';
import './desk.scss';

/** What these pages show is somebody's work: first one says who one is. */
export const SignInFirst = ({ title, words = DESK.signIn }: { title: string; words?: string }) => (
  <Page title={title}>
    <EmptyState words={words} action={<Button onTap={() => void requireSignIn()}>{DESK.signInVerb}</Button>} />
  </Page>
);

/** On top of every page about one vote: whether owners are asked or decide, and which vote it is. */
export const VoteTop = ({ view }: { view: VoteView }) => (
  <>
    <ForceStrip rules={view.rules.rules} />
    <View>
      <View className="t14 quiet figure">{`${view.compoundName} · ${view.number}`}</View>
      <View className="t16 desk-strong">{view.title}</View>
    </View>
  </>
);

interface DeskVotePageProps {
  readonly title: string;
  /** The page with the vote that was asked for; it brings its own `Page`. */
  readonly children: (desk: VoteDesk, view: VoteView) => ReactNode;
}

/** A page about the vote in its address (`id`): signs in, reads it, says when it is not there. */
export const DeskVotePage = ({ title, children }: DeskVotePageProps) => {
  const { id } = usePageParams();
  const signedIn = useSignedIn();
  const desk = useDeskVote(signedIn ? id : undefined);
  usePullToRefresh(desk.load.reload);
  const { value, outcome } = desk.load;
  if (!signedIn) return <SignInFirst title={title} />;
  if (value !== undefined) return <>{children(desk, value)}</>;
  const gone = id === undefined || (outcome?.ok === false && outcome.refusal?.refused === 'not-found');
  return <Page title={title}>{gone ? <EmptyState words={DESK.gone} /> : <LoadState load={desk.load} rows={5} />}</Page>;
};
