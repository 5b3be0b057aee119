import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { readCode } from '@gongyi/shared/district/contract';
import {
  Page,
  codeInParams,
  dismissSent,
  openInstead,
  useLoad,
  useOnline,
  usePageParams,
  useSignedIn,
} from '../../../platform';
import { Button, StatusLine } from '../../../ui';
import { FileWhat } from '../../components/file-what';
import { FileWhere } from '../../components/file-where';
import { FileWho } from '../../components/file-who';
import { StepDots } from '../../components/step-dots';
import { COPY } from '../../copy';
import type { FilingGap } from '../../filing';
import { useFiling } from '../../use-filing';
import type { Filing } from '../../use-filing';
import './index.scss';

const STEPS = ['拍照说明', '在哪儿', '提交'] as const;
const GAPS: readonly (readonly FilingGap[])[] = [['words', 'category', 'questions'], ['place'], ['photos-sending']];
const GAP_WORDS: Record<FilingGap, string> = {
  words: '请写一句哪里坏了',
  category: '请选一下是哪一类',
  questions: '还有一个问题没答',
  'photos-sending': '照片传完再提交',
  place: '请选一下在哪儿',
};

/** A scanned code fills in the place once; what was typed stays. */
const useCode = (filing: Filing) => {
  const code = codeInParams(usePageParams());
  const load = useLoad(readCode, code === undefined ? undefined : { params: { codeId: code } });
  const { change } = filing;
  useEffect(() => {
    if (load.value === undefined) return;
    const { code: printed } = load.value;
    change({ placeId: printed.placeId, placeName: printed.label, codeId: printed.id });
  }, [load.value, change]);
  return load;
};

const Fate = ({ filing }: { filing: Filing }) => {
  if (filing.refused !== undefined) return <StatusLine tone="danger">{filing.refused}</StatusLine>;
  if (filing.sending === 'waiting') return <StatusLine tone="warning">{COPY.file.waiting}</StatusLine>;
  if (filing.sending === 'unknown') return <StatusLine tone="warning">{COPY.file.unknown}</StatusLine>;
  return null;
};

/** Photos that wait for the network, said on every step; the last word is the person's. */
const PhotosMissing = ({ filing }: { filing: Filing }) => {
  const online = useOnline();
  const { missing, failed } = filing.photos;
  if (!filing.open.includes('photos-sending') || (online && !failed)) return null;
  return (
    <StatusLine
      tone="warning"
      action={
        <Button kind="quiet" onTap={filing.sendWithoutMissing}>
          不带照片先提交
        </Button>
      }
    >
      {online
        ? `${String(missing)} 张照片没传上去，点照片再传一次`
        : `没有网络，${String(missing)} 张照片留在手机里，联网后自动上传`}
    </StatusLine>
  );
};

/** 报事报修: one page in three steps. */
export default function FilePage() {
  const filing = useFiling();
  const signedIn = useSignedIn();
  const [step, setStep] = useState(0);
  const [showGaps, setShowGaps] = useState(false);
  const code = useCode(filing);
  const { sentAs, key, clear } = filing;
  const toDetail = (id: string) => openInstead('requests/pages/detail/index', { id, filed: '1' });

  useEffect(() => {
    if (sentAs === undefined) return;
    dismissSent(key);
    clear();
    toDetail(sentAs);
  }, [sentAs, key, clear]);

  const open = (GAPS[step] ?? []).find((gap) => filing.open.includes(gap));
  const next = () => {
    setShowGaps(open !== undefined);
    if (open === undefined) setStep(step + 1);
  };
  const submit = async () => {
    setShowGaps(open !== undefined);
    if (open !== undefined) return;
    const id = await filing.send();
    if (id !== undefined) toDetail(id);
  };
  const last = step === STEPS.length - 1;
  const underway = filing.sending !== 'no';
  return (
    <Page
      title={COPY.file.title}
      action={
        <View className="file-action">
          {step > 0 ? (
            <Button kind="secondary" disabled={filing.sending === 'sending'} onTap={() => setStep(step - 1)}>
              {COPY.file.back}
            </Button>
          ) : null}
          {last ? (
            <Button wide loading={filing.sending === 'sending'} disabled={underway} onTap={() => void submit()}>
              {filing.sending === 'sending' ? COPY.file.sending : COPY.file.submit}
            </Button>
          ) : (
            <Button wide onTap={next}>
              {COPY.file.next}
            </Button>
          )}
        </View>
      }
    >
      <View className="stack">
        <StepDots steps={STEPS} at={step} />
        {filing.restored && step === 0 && !underway ? (
          <StatusLine
            action={
              <Button kind="quiet" onTap={clear}>
                重新填
              </Button>
            }
          >
            上次没写完的还在
          </StatusLine>
        ) : null}
        {code.status === 'failed' ? <StatusLine tone="warning">{code.words}</StatusLine> : null}
        <Fate filing={filing} />
        {showGaps && open !== undefined ? <StatusLine tone="warning">{GAP_WORDS[open]}</StatusLine> : null}
        <PhotosMissing filing={filing} />
        {step === 0 ? <FileWhat filing={filing} showGaps={showGaps} /> : null}
        {step === 1 ? <FileWhere filing={filing} showGaps={showGaps} /> : null}
        {step === 2 ? <FileWho filing={filing} /> : null}
        {last && !signedIn ? <View className="t14 quiet">提交时用微信登录，只要一次。</View> : null}
      </View>
    </Page>
  );
}
