import { View } from '@tarojs/components';
import { useState } from 'react';
import { confirmRequest, halfFixRequest, reopenRequest } from '@gongyi/shared/requests/contract';
import type { RequestView } from '@gongyi/shared/requests/contract';
import { usePhotos } from '../../platform';
import type { Act } from '../../platform';
import { Button, Card, Choice, Sheet, StatusLine, say } from '../../ui';
import { MOVE } from '../copy';
import { WordsAndPhotos } from './words-and-photos';

type Answer = 'confirm' | 'half-fix' | 'reopen';

interface OutcomeProps {
  readonly view: RequestView;
  readonly act: Act;
  readonly onMoved: (view: RequestView) => void;
}

const THANKS: Record<Answer, string> = {
  confirm: '谢谢，已办结',
  'half-fix': '已记下，重新计时办理',
  reopen: '已记下，重新计时办理',
};

const HappySheet = ({
  act,
  onSend,
  onClose,
}: {
  act: Act;
  onSend: (satisfied: boolean) => void;
  onClose: () => void;
}) => {
  const [chosen, setChosen] = useState<'yes' | 'no'>();
  return (
    <Sheet
      open
      title="修好了"
      onClose={onClose}
      footer={
        <Button wide loading={act.busy} disabled={chosen === undefined} onTap={() => onSend(chosen === 'yes')}>
          确认修好了
        </Button>
      }
    >
      <Choice
        label="这次办得怎么样？"
        layout="rows"
        options={[
          { value: 'yes', words: '满意' },
          { value: 'no', words: '不满意', hint: '东西修好了，但过程让您不满意' },
        ]}
        value={chosen}
        onChange={setChosen}
      />
      {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
    </Sheet>
  );
};

interface StillSheetProps {
  readonly answer: 'half-fix' | 'reopen';
  readonly act: Act;
  readonly onSend: (words: string, photos: string[]) => void;
  readonly onClose: () => void;
}

const StillSheet = ({ answer, act, onSend, onClose }: StillSheetProps) => {
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState(false);
  const photos = usePhotos();
  const send = () => {
    setAsked(true);
    if (words.trim() !== '' && !photos.busy) onSend(words, [...photos.mediaIds]);
  };
  return (
    <Sheet
      open
      title={MOVE[answer]}
      onClose={onClose}
      footer={
        <Button wide loading={act.busy || photos.busy} onTap={send}>
          {answer === 'half-fix' ? '提交，请继续修' : '提交，重新办理'}
        </Button>
      }
    >
      <WordsAndPhotos
        label={answer === 'half-fix' ? '还差哪里？' : '现在是什么情况？'}
        placeholder="写一句就行，拍张照片更清楚"
        words={words}
        error={asked && words.trim() === '' ? '请写一句' : undefined}
        photos={photos}
        onWords={setWords}
      />
      <View className="t14 quiet">提交后重新计时，办理单位会马上收到。</View>
      {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
    </Sheet>
  );
};

/** After work is done: is it really fixed? Three answers, none of them assumed. */
export const OutcomeCard = ({ view, act, onMoved }: OutcomeProps) => {
  const [answer, setAnswer] = useState<Answer>();
  const finish = (moved: RequestView | undefined, given: Answer) => {
    if (moved === undefined) return;
    setAnswer(undefined);
    say(THANKS[given]);
    onMoved(moved);
  };
  const params = { requestId: view.id };
  const confirm = async (satisfied: boolean) =>
    finish(await act.run(confirmRequest, { params, body: { rev: view.rev, satisfied } }), 'confirm');
  const still = async (given: 'half-fix' | 'reopen', words: string, photos: string[]) => {
    const route = given === 'half-fix' ? halfFixRequest : reopenRequest;
    finish(await act.run(route, { params, body: { rev: view.rev, words, photos } }), given);
  };
  const answers = (['confirm', 'half-fix', 'reopen'] as const).filter((each) => view.moves.includes(each));
  if (answers.length === 0) return null;
  return (
    <Card title={view.status === 'declined' ? '对不予受理有异议？' : '修好了吗？请您看一眼'}>
      <View className="stack">
        {answers.map((each) => (
          <Button key={each} kind="secondary" wide onTap={() => setAnswer(each)}>
            {view.status === 'declined' ? '有异议，请上一级处理' : MOVE[each]}
          </Button>
        ))}
      </View>
      {answer === 'confirm' ? (
        <HappySheet act={act} onSend={(satisfied) => void confirm(satisfied)} onClose={() => setAnswer(undefined)} />
      ) : null}
      {answer === 'half-fix' || answer === 'reopen' ? (
        <StillSheet
          answer={answer}
          act={act}
          onSend={(words, photos) => void still(answer, words, photos)}
          onClose={() => setAnswer(undefined)}
        />
      ) : null}
    </Card>
  );
};
