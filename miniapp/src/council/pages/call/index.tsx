import { View } from '@tarojs/components';
import { Page, open, openInstead, useCompoundId, usePageParams, useServerNow } from '../../../platform';
import {
  Button,
  Card,
  EmptyState,
  ErrorState,
  MomentField,
  Skeleton,
  StatusLine,
  TextField,
  Tick,
  clockWords,
  lengthWords,
  say,
} from '../../../ui';
import { CALL } from '../../session-copy';
import { useCall } from '../../use-call';
import type { CallForm } from '../../use-call';

const Topics = ({ form }: { form: CallForm }) => {
  const now = useServerNow();
  if (form.loading) return <Skeleton rows={2} />;
  if (form.topics.length === 0) return <EmptyState words={CALL.noTopics} hint={CALL.noTopicsHint} />;
  return (
    <View className="stack" role="group" aria-label={CALL.topics}>
      <View className="t14 quiet">{`${CALL.topicsHint}；${CALL.most} ${String(form.rules.mostTopics)} ${CALL.mostTail}`}</View>
      {form.topics.map((topic) => {
        const place = form.chosen.indexOf(topic.id) + 1;
        const checked = place > 0;
        return (
          <Tick
            key={topic.id}
            checked={checked}
            words={topic.title}
            hint={`${String(topic.seconds)} ${CALL.seconds} · ${CALL.waiting} ${lengthWords(now - topic.since)}${checked ? ` · ${CALL.place(place)}` : ''}`}
            onChange={() =>
              form.full && !checked
                ? say(`${CALL.most} ${String(form.rules.mostTopics)} ${CALL.mostTail}`)
                : form.toggle(topic.id)
            }
          />
        );
      })}
      {form.asked && form.chosen.length === 0 ? <StatusLine tone="danger">{CALL.topicsMissing}</StatusLine> : null}
    </View>
  );
};

const Place = ({ form }: { form: CallForm }) => (
  <View className="stack">
    <MomentField
      label={CALL.when}
      value={form.startsAt}
      hint={CALL.whenHint(form.rules.noticeDays)}
      onChange={(startsAt) => form.change({ startsAt })}
    />
    <TextField
      label={CALL.where}
      placeholder={CALL.wherePlaceholder}
      value={form.venue}
      maxLength={100}
      error={form.asked && form.venue.trim() === '' ? CALL.whereMissing : undefined}
      onChange={(venue) => form.change({ venue })}
    />
    {form.rules.onlineAllowed ? (
      <Tick
        checked={form.online}
        words={CALL.online}
        hint={CALL.onlineHint}
        onChange={(online) => form.change({ online })}
      />
    ) : (
      <View className="t14 quiet">{CALL.noOnline}</View>
    )}
  </View>
);

/** What the server refused; too early: the lawful earliest time, by one tap. */
const Refused = ({ form }: { form: CallForm }) => {
  const now = useServerNow();
  const { earliest, act } = form;
  if (act.words === undefined) return null;
  return (
    <>
      <StatusLine tone="warning">{act.words}</StatusLine>
      {earliest === undefined ? null : (
        <Button kind="secondary" wide onTap={() => form.change({ startsAt: earliest })}>
          {`${CALL.earliest} ${clockWords(earliest, now)}`}
        </Button>
      )}
    </>
  );
};

const Form = ({ compoundId }: { compoundId: string }) => {
  const { topic, secondOf } = usePageParams();
  const form = useCall({ compoundId, topicId: topic, secondOf });
  const call = async () => {
    const called = await form.send();
    if (called === undefined) return;
    say(CALL.called);
    openInstead('council/pages/session/index', { id: called.id });
  };
  return (
    <Page
      title={secondOf === undefined ? CALL.title : CALL.second}
      action={
        <Button wide loading={form.act.busy} disabled={form.loading} onTap={() => void call()}>
          {CALL.call}
        </Button>
      }
    >
      <View className="stack">
        {secondOf === undefined ? null : <StatusLine tone="brand">{CALL.secondHint}</StatusLine>}
        {form.failed === undefined ? null : (
          <ErrorState words={form.failed.words ?? ''} onRetry={() => void form.failed?.reload()} />
        )}
        <Card title={CALL.topics}>
          <Topics form={form} />
        </Card>
        <Card>
          <Place form={form} />
        </Card>
        <Refused form={form} />
      </View>
    </Page>
  );
};

/** 召集会议: the convener calls a session, with its topics, its time after the days of notice, and its place. */
export default function CallPage() {
  const { compound } = usePageParams();
  const looked = useCompoundId();
  const compoundId = compound ?? looked;
  if (compoundId !== undefined) return <Form compoundId={compoundId} />;
  return (
    <Page title={CALL.title}>
      <EmptyState
        words={CALL.pick}
        action={<Button onTap={() => open('district/pages/pick-compound/index')}>{CALL.pickVerb}</Button>}
      />
    </Page>
  );
}
