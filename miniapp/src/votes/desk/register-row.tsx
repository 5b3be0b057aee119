import { View } from '@tarojs/components';
import type { RegisterLine } from '@gongyi/shared/votes/contract-paper';
import { Chip, Press } from '../../ui';
import type { Tone } from '../../ui';
import { REGISTER } from '../desk-copy';
import { areaWords } from '../figures';

/** How the paper of a line stands, in a word. */
export const paperState = ({ paper }: RegisterLine): { readonly words: string; readonly tone: Tone } | undefined => {
  if (paper === undefined) return undefined;
  const { serial, disowned, settled, returnedAt, delivered } = paper;
  if (disowned !== undefined && settled === undefined) return { words: REGISTER.disowned(serial), tone: 'danger' };
  if (settled !== undefined && !settled.keep) return { words: REGISTER.voided(serial), tone: 'plain' };
  if (returnedAt !== undefined) return { words: REGISTER.back(serial), tone: 'success' };
  return delivered === undefined ? undefined : { words: REGISTER.out(serial), tone: 'brand' };
};

const isVoided = ({ paper }: RegisterLine): boolean => paper?.settled?.keep === false;

/** A paper that came back and was not voided is this line's ballot: nobody is asked who casts it any more. */
export const isSpent = (line: RegisterLine): boolean => line.paper?.returnedAt !== undefined && !isVoided(line);

/** A paper is out and can come back; a voided one cannot, the home gets another. */
export const isOut = (line: RegisterLine): boolean => line.paper?.delivered !== undefined && !isVoided(line);

export const homesWords = ({ homes }: Pick<RegisterLine, 'homes'>): string => homes.map(({ name }) => name).join('、');

/** A line of the roll as the registers know it: never whether it was cast by phone. */
export const RegisterRow = ({ line, onTap }: { line: RegisterLine; onTap: () => void }) => {
  const paper = paperState(line);
  const { elector } = line;
  return (
    <Press className="card card-link" onTap={onTap}>
      <View className="grow">
        <View className="t16 desk-strong">{homesWords(line)}</View>
        <View className="t14 quiet figure">{[areaWords(line.area), REGISTER.owners(line.coOwners)].join(' · ')}</View>
        <View className="row wrap desk-chips">
          {elector === undefined ? (
            isSpent(line) ? null : (
              <Chip tone="warning">{REGISTER.noElector}</Chip>
            )
          ) : (
            <Chip>{`${REGISTER.elector(elector.name)}（${REGISTER.by[elector.by]}）`}</Chip>
          )}
          {paper === undefined ? null : <Chip tone={paper.tone}>{paper.words}</Chip>}
        </View>
      </View>
    </Press>
  );
};
