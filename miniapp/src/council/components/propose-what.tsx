import { View } from '@tarojs/components';
import { SpeakWords, requireSignIn, useLookChoice } from '../../platform';
import { Card, PhotoGrid, StatusLine, TextArea, TextField } from '../../ui';
import { PROPOSE } from '../topic-copy';
import type { ProposalGap } from '../proposal';
import type { Proposal } from '../use-proposal';
import { ProposeMatter } from './propose-matter';

interface ProposeWhatProps {
  readonly proposal: Proposal;
  readonly showGaps: boolean;
}

/** Words that only the owners together may decide: said while one writes, and what becomes of it. */
const OwnersDecide = ({ proposal }: { proposal: Proposal }) => {
  const { reserved } = proposal;
  if (reserved === undefined) return null;
  return (
    <StatusLine tone="warning">
      <View>{PROPOSE.reserved(reserved.item, reserved.words)}</View>
      <View className="t14">{PROPOSE.reservedThen}</View>
    </StatusLine>
  );
};

/** What it is, and where. */
export const ProposeWhat = ({ proposal, showGaps }: ProposeWhatProps) => {
  const { value, change } = proposal;
  const { elder } = useLookChoice();
  const gap = (name: ProposalGap) => (showGaps && proposal.open.includes(name) ? PROPOSE.gaps[name] : undefined);
  return (
    <Card>
      <View className="stack">
        <View className="t14 quiet">{PROPOSE.how}</View>
        <TextField
          label={PROPOSE.name}
          value={value.title}
          placeholder={PROPOSE.namePlaceholder}
          maxLength={60}
          error={gap('title')}
          onChange={(title) => change({ title })}
        />
        <TextArea
          label={PROPOSE.words}
          value={value.words}
          placeholder={PROPOSE.wordsPlaceholder}
          maxLength={2000}
          error={gap('words')}
          onChange={(words) => change({ words })}
        />
        {elder ? <SpeakWords onWords={(said) => change({ words: `${value.words}${said}`.slice(0, 2000) })} /> : null}
        <OwnersDecide proposal={proposal} />
        <TextField
          label={PROPOSE.spot}
          optional
          value={value.spot}
          placeholder={PROPOSE.spotPlaceholder}
          maxLength={100}
          onChange={(spot) => change({ spot })}
        />
        <ProposeMatter value={value.matter} onChange={(matter) => change({ matter })} />
      </View>
    </Card>
  );
};

/** What it looks like there. */
export const ProposePhotos = ({ proposal: { photos } }: { proposal: Proposal }) => {
  const add = async () => {
    if (await requireSignIn()) await photos.add();
  };
  return (
    <Card title={PROPOSE.photos}>
      <View className="stack">
        <PhotoGrid
          photos={photos.photos}
          onAdd={() => void add()}
          onRemove={photos.remove}
          onRetry={photos.retry}
          onOpen={photos.open}
        />
        <View className="t14 quiet">{PROPOSE.photosHint}</View>
      </View>
    </Card>
  );
};
