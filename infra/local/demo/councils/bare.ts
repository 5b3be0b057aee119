import { calls, moves, proposes, sits } from './council-tale';
import type { CouncilTale } from './council-tale';

/** A compound without a company or an owners' committee: the street's office and 居委会 hold those seats. */
export const BARE_TALES: readonly CouncilTale[] = [
  {
    key: 'bare-ideas',
    compound: 'bare',
    topics: { snow: 'proposed' },
    beats: [
      proposes(-27, 'neighbour4', 'snow', {
        title: '没有物业，冬天谁来扫雪',
        words: '去年雪后三天没人扫，摔了两位老人。请商量一个轮值的办法。',
      }),
      moves(-6, 'propertyOffice', 'comment', 'snow', { words: '街道物业办可以提供雪铲和融雪剂。' }),
    ],
  },
];

const S = 'bare-first';

export const bareSessionTale: CouncilTale = {
  key: 'bare-session',
  compound: 'bare',
  topics: { 'bare-lamps': 'scheduled' },
  sessions: { [S]: 'called' },
  beats: [
    proposes(-143, 'neighbour4', 'bare-lamps', {
      title: '楼道灯坏了没人换，商量个办法',
      words: '六个单元有四个楼道灯不亮，电费也没人管。请社区牵头商量。',
    }),
    moves(-120, 'secretary', 'accept', 'bare-lamps'),
    calls(-72, 'secretary', S, { topics: ['bare-lamps'], startsAt: { evening: 49.5 }, venue: '社区居委会会议室' }),
    sits(-47, 'propertyOffice', 'answer', S, { coming: true }),
    sits(-47, 'worker', 'answer', S, { coming: true }),
  ],
};
