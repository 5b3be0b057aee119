import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { getWish } from '@gongyi/shared/volunteers/contract-wishes';
import { WISH_KINDS, WISH_KIND_NAMES, WISH_PARTS } from '@gongyi/shared/volunteers/kinds';
import { PlaceSheet } from '../../../district/components/place-sheet';
import {
  LoadState,
  Page,
  SpeakWords,
  dismissSent,
  open,
  openInstead,
  requireSignIn,
  useLoad,
  useLookChoice,
  usePageParams,
} from '../../../platform';
import {
  Button,
  Card,
  Choice,
  Choices,
  EmptyState,
  PhotoGrid,
  StatusLine,
  TextArea,
  TextField,
  Tick,
} from '../../../ui';
import { FormFate, Restored } from '../../components/form-fate';
import { POST } from '../../copy';
import { usePostWish } from '../../use-post-wish';
import type { Posting, WishForm } from '../../use-post-wish';

const KINDS = WISH_KINDS.map((value) => ({ value, words: WISH_KIND_NAMES[value] }));
const PARTS = WISH_PARTS.map((value) => ({ value, words: POST.parts[value] }));

const What = ({ form }: { form: WishForm }) => {
  const { value, change, checked } = form;
  const { elder } = useLookChoice();
  const of = (name: 'title' | 'words') => ({
    value: value[name],
    error: checked.wrong(name) ? POST.gaps[name] : undefined,
    onChange: (words: string) => change({ [name]: words }),
    onLeave: () => checked.leave(name),
  });
  return (
    <Card>
      <View className="stack">
        <View className="t14 quiet">{POST.how}</View>
        <Choice
          label={POST.kind}
          options={KINDS}
          value={value.kind}
          error={checked.wrong('kind') ? POST.gaps.kind : undefined}
          onChange={(kind) => change({ kind })}
        />
        <TextField label={POST.name} placeholder={POST.namePlaceholder} maxLength={30} {...of('title')} />
        <TextArea label={POST.words} maxLength={500} {...of('words')} />
        {elder ? <SpeakWords onWords={(said) => change({ words: `${value.words}${said}`.slice(0, 500) })} /> : null}
      </View>
    </Card>
  );
};

const Photos = ({ form: { photos, checked } }: { form: WishForm }) => {
  const add = async () => {
    if (await requireSignIn()) await photos.add();
  };
  return (
    <Card title={POST.photos}>
      <View className="stack">
        <PhotoGrid
          photos={photos.photos}
          most={6}
          onAdd={() => void add()}
          onRemove={photos.remove}
          onRetry={photos.retry}
          onOpen={photos.open}
        />
        {checked.asked && photos.missing > 0 ? <StatusLine tone="warning">{POST.photosSending}</StatusLine> : null}
      </View>
    </Card>
  );
};

/** Somebody without a phone, whose wish staff write down. */
const Wisher = ({ form, compoundId }: { form: WishForm; compoundId: string }) => {
  const [picking, setPicking] = useState(false);
  const { value, change, checked } = form;
  return (
    <Card>
      <View className="stack">
        <TextField
          label={POST.wisher}
          value={value.wisherName}
          maxLength={40}
          error={checked.wrong('wisherName') ? POST.gaps.wisherName : undefined}
          onChange={(wisherName) => change({ wisherName })}
          onLeave={() => checked.leave('wisherName')}
        />
        <TextField
          label={POST.phone}
          optional
          hint={POST.phoneHint}
          keyboard="number"
          value={value.wisherPhone}
          maxLength={11}
          error={checked.wrong('wisherPhone') ? POST.gaps.wisherPhone : undefined}
          onChange={(wisherPhone) => change({ wisherPhone })}
          onLeave={() => checked.leave('wisherPhone')}
        />
        <Button kind="secondary" onTap={() => setPicking(true)}>
          {value.homeName === undefined ? POST.pickHome : `${POST.home}：${value.homeName}`}
        </Button>
      </View>
      <PlaceSheet
        open={picking}
        title={POST.home}
        root={{ id: compoundId, name: '' }}
        kinds={['home']}
        onPick={({ id, name }) => {
          change({ homeId: id, homeName: name });
          setPicking(false);
        }}
        onClose={() => setPicking(false)}
      />
    </Card>
  );
};

const Privacy = ({ form: { value, change } }: { form: WishForm }) => (
  <Card>
    <View className="stack">
      <Tick
        checked={value.private}
        words={POST.private}
        hint={POST.privateHint}
        onChange={(hidden) => change({ private: hidden })}
      />
      {value.private ? (
        <Choices
          label={POST.shows}
          optional
          options={PARTS}
          values={value.shows}
          onChange={(shows) => change({ shows: [...shows] })}
        />
      ) : null}
    </View>
  </Card>
);

const TITLES: Record<Posting['how'], string> = { own: POST.title, for: POST.forTitle, amend: POST.amendTitle };

const Form = ({ posting }: { posting: Posting }) => {
  const form = usePostWish(posting);
  const { submission, clear, compoundId } = form;
  const { sentAs, key } = submission;
  const toWish = (id: string) => openInstead('volunteers/pages/wish/index', { id });
  useEffect(() => {
    if (sentAs === undefined) return;
    dismissSent(key);
    clear();
    toWish(sentAs);
  }, [sentAs, key]);
  const send = async () => {
    const wish = await form.send();
    if (wish !== undefined) toWish(wish.id);
  };
  if (compoundId === undefined && posting.how !== 'amend')
    return (
      <Page title={TITLES[posting.how]}>
        <EmptyState
          words={POST.noCompound}
          action={<Button onTap={() => open('district/pages/pick-compound/index')}>{POST.pick}</Button>}
        />
      </Page>
    );
  return (
    <Page
      title={TITLES[posting.how]}
      action={
        <Button
          wide
          loading={submission.sending === 'sending'}
          disabled={submission.sending !== 'no'}
          onTap={() => void send()}
        >
          {posting.how === 'amend' ? POST.resubmit : POST.submit}
        </Button>
      }
    >
      <View className="stack">
        <Restored shown={form.restored && submission.sending === 'no'} onClear={clear} />
        <FormFate submission={submission} />
        {posting.how === 'for' && compoundId !== undefined ? <Wisher form={form} compoundId={compoundId} /> : null}
        <What form={form} />
        <Photos form={form} />
        <Privacy form={form} />
      </View>
    </Page>
  );
};

const Amend = ({ wishId }: { wishId: string }) => {
  const load = useLoad(getWish, { params: { wishId } });
  if (load.value !== undefined) return <Form posting={{ how: 'amend', wish: load.value }} />;
  return (
    <Page title={POST.amendTitle}>
      <LoadState load={load} />
    </Page>
  );
};

/** 许个心愿: one's own; with `for`, staff write somebody else's; with `wish`, one is worded anew. */
export default function PostWishPage() {
  const { wish, for: another } = usePageParams();
  if (wish !== undefined) return <Amend wishId={wish} />;
  return <Form posting={{ how: another === undefined ? 'own' : 'for' }} />;
}
