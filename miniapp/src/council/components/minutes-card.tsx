import { View } from '@tarojs/components';
import type { SessionView } from '@gongyi/shared/council/contract';
import { copyWords, useServerNow } from '../../platform';
import { Button, Card, Chip, StatusLine, clockWords, say } from '../../ui';
import { SESSION } from '../session-copy';
import { PartyName } from './party-name';
import './session.scss';

/** A fingerprint in full, to compare and to take along. */
export const Fingerprint = ({ value }: { value: string }) => (
  <View>
    <View className="row">
      <View className="t14 quiet grow">{SESSION.fingerprint}</View>
      <Button
        kind="quiet"
        onTap={() => void copyWords(value).then((copied) => (copied ? say(SESSION.copied) : undefined))}
      >
        {SESSION.copyFingerprint}
      </Button>
    </View>
    <View className="t14 fingerprint">{value}</View>
  </View>
);

/** What a party found wrong, newest first, so that whoever edits sees it beside the words. */
export const Disputes = ({ view }: { view: SessionView }) => {
  const now = useServerNow();
  const said = view.timeline.filter(({ kind, words }) => kind === 'minutes-disputed' && words !== undefined);
  return (
    <>
      {[...said].reverse().map(({ rev, by, at, words }) => (
        <StatusLine
          key={rev}
          tone="warning"
        >{`${by} ${clockWords(at, now)} ${SESSION.disputed}：${words ?? ''}`}</StatusLine>
      ))}
    </>
  );
};

/** Who of the parties that were there has confirmed, and who is waited for. */
export const Confirmations = ({ view }: { view: SessionView }) => {
  const now = useServerNow();
  const confirmed = view.minutes?.confirmations ?? [];
  if (confirmed.length === 0 && view.status !== 'confirming') return null;
  return (
    <View role="list" aria-label={SESSION.confirmations}>
      {confirmed.map(({ party, name, at, byChair }) => (
        <View key={party} className="row wrap seat" role="listitem">
          <View className="grow">
            <PartyName party={party} />
            <View className="t14 quiet figure">{`${name} ${clockWords(at, now)}${byChair ? `（${SESSION.enteredByChair}）` : ''}`}</View>
          </View>
          <Chip tone="success">{SESSION.confirmed}</Chip>
        </View>
      ))}
      {view.unconfirmed.map((party) => (
        <View key={party} className="row wrap seat" role="listitem">
          <View className="grow">
            <PartyName party={party} />
          </View>
          {view.minutes?.lockedWithout === party ? (
            <Chip tone="warning">{SESSION.overdue}</Chip>
          ) : (
            <Chip>{SESSION.waitingFor}</Chip>
          )}
        </View>
      ))}
    </View>
  );
};

/** The minutes with who confirmed them, and once locked their fingerprint. */
export const MinutesCard = ({ view }: { view: SessionView }) => {
  const { minutes } = view;
  if (minutes === undefined) return null;
  return (
    <Card title={SESSION.minutes}>
      <View className="stack">
        {view.status === 'ended' ? <Disputes view={view} /> : null}
        <View className="t16 minutes-words">{minutes.words}</View>
        <Confirmations view={view} />
        {minutes.fingerprint === undefined ? null : (
          <>
            <StatusLine tone="success">
              {minutes.lockedWithout === undefined ? SESSION.lock : SESSION.lockedWithout}
            </StatusLine>
            <Fingerprint value={minutes.fingerprint} />
          </>
        )}
      </View>
    </Card>
  );
};
