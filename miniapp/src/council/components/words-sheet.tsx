import type { ComponentProps } from 'react';
import { WordsSheet as AnyWordsSheet } from '../../ui';
import { SESSION } from '../session-copy';

/** A move of a session that needs words, which every party reads. */
export const WordsSheet = (props: Omit<ComponentProps<typeof AnyWordsSheet>, 'missing'>) => (
  <AnyWordsSheet {...props} missing={SESSION.needWords} />
);
