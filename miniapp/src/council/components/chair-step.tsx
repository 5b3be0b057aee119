import type { SessionView } from '@gongyi/shared/council/contract';
import { open } from '../../platform';
import { Button } from '../../ui';
import type { NextStep } from '../next-step';
import { CHAIR } from '../session-copy';
import type { Chair } from '../use-chair';

/** THE next step as a verb: 议下一题：门灯改造, 请各方表态（还差 2 方）. */
export const stepWords = (step: NextStep): string => {
  const words = CHAIR.step[step.kind];
  if (step.kind === 'open-item') return `${words}：${step.item.title}`;
  if (step.kind === 'hear' || step.kind === 'vote')
    return `${words}（${CHAIR.left} ${String(step.silent.length)} ${CHAIR.parties}）`;
  return words;
};

/** The one button of the chair's screen. */
export const ChairStep = ({ view, chair }: { view: SessionView; chair: Chair }) => {
  const { step } = chair;
  if (step === undefined) return null;
  const take = () => {
    if (step.kind === 'second-calling')
      open('council/pages/call/index', { compound: view.compoundId, secondOf: view.id });
    else void chair.take(step);
  };
  return (
    <Button wide loading={chair.act.busy && chair.sheet === undefined} onTap={take}>
      {stepWords(step)}
    </Button>
  );
};
