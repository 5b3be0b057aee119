import { View } from '@tarojs/components';
import { getPlace } from '@gongyi/shared/district/contract';
import { RESERVED_MATTERS } from '@gongyi/shared/votes/matters';
import { STARTERS } from '@gongyi/shared/votes/vote';
import type { VoteView } from '@gongyi/shared/votes/contract-view';
import {
  LoadState,
  Page,
  open,
  openInstead,
  useCompoundId,
  useLoad,
  usePageParams,
  useSignedIn,
} from '../../../platform';
import { Button, Card, CardLink, Choice, EmptyState, StatusLine, TextField, say } from '../../../ui';
import { ForceStrip } from '../../components/force-strip';
import { STARTER } from '../../copy';
import { DESK, DRAFT } from '../../desk-copy';
import { DeskVotePage, SignInFirst } from '../../desk/desk-page';
import { MatterForm } from '../../desk/matter-form';
import { ScopePart } from '../../desk/scope-part';
import { useVoteForm } from '../../desk/use-vote-form';
import type { VoteForm } from '../../desk/use-vote-form';

const MOST_MATTERS = 10;

/** How the sending stands: unknown is said as unknown, and what arrived later is shown. */
const Fate = ({ form }: { form: VoteForm }) => {
  const { sending, sentAs } = form.submission;
  if (sentAs !== undefined)
    return (
      <StatusLine
        tone="success"
        action={<Button onTap={() => openInstead('votes/pages/desk-vote/index', { id: sentAs })}>{DRAFT.see}</Button>}
      >
        {DRAFT.arrived}
      </StatusLine>
    );
  if (sending === 'waiting') return <StatusLine tone="warning">{DESK.waiting}</StatusLine>;
  if (sending === 'unknown') return <StatusLine tone="warning">{DESK.unknown}</StatusLine>;
  return form.words === undefined ? null : <StatusLine tone="warning">{form.words}</StatusLine>;
};

interface FormProps {
  readonly compound: { readonly id: string; readonly name: string };
  readonly view?: VoteView;
  readonly onOutdated?: () => void;
}

const Form = ({ compound, view, onOutdated = () => undefined }: FormProps) => {
  const { topicId, title, kind } = usePageParams();
  const from = view === undefined ? topicId : view.topicId;
  const matter = { ...(title === undefined ? {} : { title }) };
  const known = RESERVED_MATTERS.find((each) => each === kind);
  const form = useVoteForm({
    compoundId: compound.id,
    view,
    topicId,
    matter: known === undefined ? matter : { ...matter, kind: known },
    onOutdated,
  });
  const { edit, checked, change } = form;
  const save = async () => {
    const saved = await form.send(edit.title);
    if (saved === undefined) return;
    say(view === undefined ? DRAFT.begun : DRAFT.saved);
    openInstead('votes/pages/desk-vote/index', { id: saved.id });
  };
  return (
    <Page
      title={view === undefined ? DRAFT.title : DRAFT.amend}
      action={
        <Button wide loading={form.busy} onTap={() => void save()}>
          {view === undefined ? DRAFT.begin : DRAFT.save}
        </Button>
      }
    >
      <View className="stack">
        {view === undefined ? null : <ForceStrip rules={view.rules.rules} />}
        <View className="t14 quiet">{`${compound.name} · ${DRAFT.how}`}</View>
        {from === undefined ? null : (
          <CardLink onTap={() => open('council/pages/topic/index', { id: from })}>
            <View className="t16">{DRAFT.fromTopic}</View>
            <View className="t14 quiet">{DRAFT.fromTopicHint}</View>
          </CardLink>
        )}
        <Card>
          <View className="stack">
            <TextField
              label={DRAFT.name}
              value={edit.title}
              maxLength={60}
              placeholder={DRAFT.namePlaceholder}
              error={checked.wrong('title') ? DRAFT.nameMissing : undefined}
              onChange={(next) => change({ title: next })}
              onLeave={() => checked.leave('title')}
            />
            {view === undefined ? (
              <Choice
                label={DRAFT.starter}
                layout="rows"
                options={STARTERS.filter((each) => each !== 'owners-petition').map((value) => ({
                  value,
                  words: STARTER[value],
                  hint: DRAFT.starterHint[value],
                }))}
                value={edit.starter}
                error={checked.wrong('starter') ? DRAFT.choose : undefined}
                onChange={(starter) => change({ starter })}
              />
            ) : null}
          </View>
        </Card>
        <ScopePart form={form} compound={compound} />
        {edit.matters.map((each, at) => (
          <MatterForm key={each.key} form={form} at={at} matter={each} />
        ))}
        {edit.matters.length < MOST_MATTERS ? (
          <Button kind="secondary" wide onTap={form.addMatter}>
            {DRAFT.addMatter}
          </Button>
        ) : null}
        {checked.asked && !checked.ok ? <StatusLine tone="danger">{DRAFT.incomplete}</StatusLine> : null}
        <Fate form={form} />
      </View>
    </Page>
  );
};

const NewVote = ({ compoundId }: { compoundId: string }) => {
  const load = useLoad(getPlace, { params: { placeId: compoundId } });
  const place = load.value?.place;
  if (place !== undefined) return <Form compound={{ id: place.id, name: place.name }} />;
  return (
    <Page title={DRAFT.title}>
      <LoadState load={load} />
    </Page>
  );
};

/** 准备表决: a vote is written from nothing, from a council's topic (`topicId`), or a draft is changed (`id`). */
export default function DeskDraftPage() {
  const { id, compound } = usePageParams();
  const signedIn = useSignedIn();
  const looked = useCompoundId();
  const compoundId = compound ?? looked;
  if (id !== undefined)
    return (
      <DeskVotePage title={DRAFT.amend}>
        {(desk, view) => (
          <Form
            key={view.rev}
            view={view}
            compound={{ id: view.compoundId, name: view.compoundName }}
            onOutdated={() => void desk.load.reload()}
          />
        )}
      </DeskVotePage>
    );
  if (!signedIn) return <SignInFirst title={DRAFT.title} />;
  if (compoundId !== undefined) return <NewVote compoundId={compoundId} />;
  return (
    <Page title={DRAFT.title}>
      <EmptyState
        words={DESK.pick}
        action={<Button onTap={() => open('district/pages/pick-compound/index')}>{DESK.pickVerb}</Button>}
      />
    </Page>
  );
}
