import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { FileDrop, Page, canVerify, copyWords, pickText, scrollTo, usePageParams, webOrigin } from '../../../platform';
import { Button, Card, StatusLine, TextArea, say } from '../../../ui';
import { VerifyFound } from '../../components/verify-found';
import { RESULT, VERIFY } from '../../copy';
import { useVerify } from '../../use-verify';
import type { VerifyState } from '../../use-verify';
import { verifierAddress, verifyCommand } from '../../verify-command';
import '../../components/vote.scss';

const MOST = 400_000;

const copied = async (words: string) => {
  if (await copyWords(words)) say(VERIFY.copied);
};

/** The program itself, for whoever trusts only their own machine. */
const Program = ({ voteId }: { voteId: string | undefined }) => {
  const command = verifyCommand(voteId === undefined ? 'bundle.json' : RESULT.bundleName(voteId));
  return (
    <Card title={VERIFY.program}>
      <View className="stack">
        <View className="t14 quiet">{VERIFY.programHint}</View>
        <Text className="vote-code">{command}</Text>
        <Button kind="secondary" onTap={() => void copied(command)}>
          {VERIFY.copy}
        </Button>
        <View className="t14 quiet">{VERIFY.readIt}</View>
        <Text className="vote-code">{verifierAddress()}</Text>
      </View>
    </Card>
  );
};

/** In WeChat no other program runs: where to go instead. */
const Elsewhere = ({ query }: { query: string }) => {
  const address = `${webOrigin()}/votes/pages/verify/index${query}`;
  return (
    <Card>
      <View className="stack">
        <View className="t16">{VERIFY.inWechat}</View>
        <View className="t14 quiet">{VERIFY.address}</View>
        <Text className="vote-code">{address}</Text>
        <Button wide onTap={() => void copied(address)}>
          {VERIFY.copyAddress}
        </Button>
      </View>
    </Card>
  );
};

const OUTCOME = 'verify-outcome';

const Outcome = ({ state, expected }: { state: VerifyState; expected: string | undefined }) => {
  switch (state.step) {
    case 'idle':
      return null;
    case 'checking':
      return <StatusLine>{VERIFY.checking}</StatusLine>;
    case 'failed':
      return <StatusLine tone="warning">{state.words}</StatusLine>;
    case 'found':
      return <VerifyFound found={state.found} expected={expected} />;
  }
};

const Give = ({ onWords }: { onWords: (words: string) => void }) => {
  const [pasted, setPasted] = useState('');
  const pick = async () => {
    const words = await pickText();
    if (words !== undefined) onWords(words);
  };
  return (
    <Card>
      <View className="stack">
        <FileDrop label={VERIFY.drop} onText={onWords}>
          <View className="stack">
            <View className="t16">{VERIFY.drop}</View>
            <Button wide onTap={() => void pick()}>
              {VERIFY.pick}
            </Button>
          </View>
        </FileDrop>
        <View className="verify-paste">
          <TextArea label={VERIFY.paste} value={pasted} maxLength={MOST} onChange={setPasted} />
        </View>
        {pasted.trim() === '' ? null : (
          <Button kind="secondary" wide onTap={() => onWords(pasted)}>
            {VERIFY.pasteVerb}
          </Button>
        )}
      </View>
    </Card>
  );
};

/** 自己核对: a receipt or a whole vote, checked on the reader's own device by a program that shares nothing with us. */
export default function VerifyPage() {
  const { vote, line, root } = usePageParams();
  const { state, check } = useVerify(canVerify() ? vote : undefined, line);
  const known = state.step === 'found' || state.step === 'failed';
  // What was pasted is long, and its button stands below it.
  useEffect(() => {
    if (known) scrollTo(OUTCOME);
  }, [known, state]);
  const query = vote === undefined ? '' : `?vote=${vote}${line === undefined ? '' : `&line=${line}`}`;
  return (
    <Page title={VERIFY.title}>
      <View className="stack">
        <View className="t16">{VERIFY.how}</View>
        <View id={OUTCOME}>
          <Outcome state={state} expected={root} />
        </View>
        {canVerify() ? <Give onWords={check} /> : <Elsewhere query={query} />}
        <Program voteId={vote} />
      </View>
    </Page>
  );
}
