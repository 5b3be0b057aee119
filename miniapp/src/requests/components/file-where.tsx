import { View } from '@tarojs/components';
import { useState } from 'react';
import { listNearby, joinRequest } from '@gongyi/shared/requests/contract';
import { PlaceSheet } from '../../district/components/place-sheet';
import { open, requireSignIn, useAct, useLoad, useMe, useServerNow, useSignedIn, whereAmI } from '../../platform';
import { Button, Card, Choice, StatusLine, TextField } from '../../ui';
import { COPY } from '../copy';
import type { Filing } from '../use-filing';
import { RequestCard } from './request-card';

const OTHER = 'other-place';

/** Open public requests like this one: joining is better than filing the same again. */
const Similar = ({ filing }: { filing: Filing }) => {
  const { category, compoundId, value } = filing;
  const signedIn = useSignedIn();
  const now = useServerNow();
  const act = useAct();
  const ready = signedIn && category !== undefined && compoundId !== undefined && value.placeId !== undefined;
  const load = useLoad(
    listNearby,
    ready ? { params: { compoundId }, query: { category, placeId: value.placeId } } : undefined,
  );
  const items = load.value?.items ?? [];
  if (items.length === 0) return null;
  const join = async (requestId: string, rev: number) => {
    if (!(await requireSignIn())) return;
    const joined = await act.run(joinRequest, { params: { requestId }, body: { rev } });
    if (joined === undefined) return;
    filing.clear();
    open('requests/pages/detail/index', { id: requestId });
  };
  return (
    <Card title={COPY.file.similar}>
      <View className="stack">
        <View className="t14 quiet">{COPY.file.similarHint}</View>
        {items.map((row) => (
          <View key={row.id} className="stack">
            <RequestCard row={row} now={now} onTap={() => open('requests/pages/detail/index', { id: row.id })} />
            <Button kind="secondary" wide loading={act.busy} onTap={() => void join(row.id, row.rev)}>
              我也遇到
            </Button>
          </View>
        ))}
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
      </View>
    </Card>
  );
};

/** Outdoors a point says more than words: where the filer stands now, if they want to give it. */
const Point = ({ filing }: { filing: Filing }) => {
  const { point } = filing.value;
  const [declined, setDeclined] = useState(false);
  const give = async () => {
    const here = await whereAmI();
    setDeclined(here === undefined);
    if (here !== undefined)
      filing.change({ point: { lat: Math.round(here.lat * 1e6), lng: Math.round(here.lng * 1e6) } });
  };
  if (point !== undefined)
    return (
      <StatusLine
        tone="success"
        action={
          <Button kind="quiet" onTap={() => filing.change({ point: undefined })}>
            去掉
          </Button>
        }
      >
        已附上您现在的位置
      </StatusLine>
    );
  return (
    <>
      <Button kind="quiet" onTap={() => void give()}>
        附上我现在的位置
      </Button>
      {declined ? <View className="t14 quiet">没有拿到位置，写清楚在哪儿也一样。</View> : null}
    </>
  );
};

/** Step two: where. The own home and the common parts are one tap away; a scanned code has filled it in. */
export const FileWhere = ({ filing, showGaps }: { filing: Filing; showGaps: boolean }) => {
  const [picking, setPicking] = useState(false);
  const me = useMe();
  const { value, compoundId } = filing;
  const homes = (me?.homes ?? []).filter(({ state }) => state === 'verified' || state === 'claimed');
  const known = [
    ...homes.map(({ homeId, homeName }) => ({ value: homeId, words: COPY.file.placeHome, hint: homeName })),
    ...(compoundId === undefined
      ? []
      : [{ value: compoundId, words: COPY.file.placeCommon, hint: '大门、道路、绿地、健身器材…' }]),
  ];
  const elsewhere = value.placeId !== undefined && !known.some((each) => each.value === value.placeId);
  const options = [
    ...known,
    { value: OTHER, words: '某一栋楼、单元', hint: elsewhere ? (value.placeName ?? '') : '点一下选择' },
  ];
  const choose = (id: string) => {
    if (id === OTHER) setPicking(true);
    else filing.change({ placeId: id, placeName: options.find((each) => each.value === id)?.words ?? '' });
  };
  return (
    <View className="stack">
      <Card>
        <View className="stack">
          <Choice
            label={COPY.file.place}
            layout="rows"
            options={options}
            value={elsewhere ? OTHER : value.placeId}
            error={showGaps && filing.open.includes('place') ? '请选一下在哪儿' : undefined}
            onChange={choose}
          />
          <TextField
            label={COPY.file.spotWords}
            optional
            value={value.spotWords}
            placeholder={COPY.file.spotPlaceholder}
            maxLength={100}
            onChange={(spotWords) => filing.change({ spotWords })}
          />
          <Point filing={filing} />
        </View>
      </Card>
      <Similar filing={filing} />
      {compoundId === undefined ? null : (
        <PlaceSheet
          open={picking}
          title={COPY.file.place}
          root={{ id: compoundId, name: '' }}
          kinds={['building', 'entrance', 'home']}
          onPick={(place) => {
            filing.change({ placeId: place.id, placeName: place.name });
            setPicking(false);
          }}
          onClose={() => setPicking(false)}
        />
      )}
    </View>
  );
};
