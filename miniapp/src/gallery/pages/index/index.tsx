import { useState } from 'react';
import { Button, LookContext, PageShell, SegmentedTabs } from '../../../ui';
import type { TextSize } from '../../../ui';
import { Controls } from '../../controls';
import { Lists } from '../../lists';
import { Pictures } from '../../pictures';

const SIZES = [
  { value: 'standard', words: '标准' },
  { value: 'large', words: '大' },
  { value: 'largest', words: '特大' },
] as const;

/** Every component in every state, for those who build the screens. Not part of a release. */
export default function Gallery() {
  const asked = new URLSearchParams(window.location.search);
  const [textSize, setTextSize] = useState<TextSize>(
    SIZES.find(({ value }) => value === asked.get('size'))?.value ?? 'standard',
  );
  const elder = asked.get('elder') === '1';
  return (
    <LookContext.Provider value={{ textSize, elder }}>
      <PageShell title="设计样张" tab="home" action={<Button wide>提交报修</Button>}>
        <SegmentedTabs label="文字大小" tabs={SIZES} value={textSize} onChange={setTextSize} />
        <Pictures />
        <Controls />
        <Lists />
      </PageShell>
    </LookContext.Provider>
  );
}
