import { View } from '@tarojs/components';
import { useState } from 'react';
import { CATEGORIES, CATEGORY_KEYS } from '@gongyi/shared/requests/category';
import type { Category, CategoryKey } from '@gongyi/shared/requests/category';
import { SpeakWords, requireSignIn, useLookChoice } from '../../platform';
import { Button, Card, Choice, PhotoGrid, Sheet, TextArea } from '../../ui';
import { COPY } from '../copy';
import type { Filing } from '../use-filing';
import { EmergencyFirst } from './emergency-first';

const Categories = ({ filing }: { filing: Filing }) => {
  const [open, setOpen] = useState(false);
  const pick = (key: CategoryKey) => {
    filing.change({ chosenCategory: key });
    setOpen(false);
  };
  const { category, value } = filing;
  return (
    <View className="row file-category">
      <View className="grow">
        <View className="t14 quiet">{COPY.file.category}</View>
        <View className="t16">{category === undefined ? '还没选' : CATEGORIES[category].name}</View>
        {category !== undefined && value.chosenCategory === undefined ? (
          <View className="t14 quiet">{COPY.file.categoryGuessed}</View>
        ) : null}
      </View>
      <Button kind="secondary" onTap={() => setOpen(true)}>
        {category === undefined ? '选择' : '换一类'}
      </Button>
      <Sheet open={open} title={COPY.file.category} onClose={() => setOpen(false)}>
        <Choice
          label={COPY.file.category}
          options={CATEGORY_KEYS.map((key) => ({ value: key, words: CATEGORIES[key].name }))}
          value={category}
          onChange={pick}
        />
      </Sheet>
    </View>
  );
};

const Questions = ({ filing }: { filing: Filing }) => {
  if (filing.category === undefined) return null;
  const { questions }: Category = CATEGORIES[filing.category];
  return (
    <>
      {questions.map((question) => (
        <Choice
          key={question.key}
          label={question.required ? question.words : `${question.words}(可不填)`}
          options={question.choices.map((choice) => ({ value: choice, words: choice }))}
          value={filing.value.answers[question.key]}
          onChange={(answer) => filing.change({ answers: { ...filing.value.answers, [question.key]: answer } })}
        />
      ))}
    </>
  );
};

const urgent = (category: CategoryKey | undefined): category is CategoryKey =>
  category !== undefined && CATEGORIES[category].phoneFirst;

/** Step one: a photo, a few words; the category guesses itself. */
export const FileWhat = ({ filing, showGaps }: { filing: Filing; showGaps: boolean }) => {
  const { value, photos, category } = filing;
  const { elder } = useLookChoice();
  const add = async () => {
    if (await requireSignIn()) await photos.add();
  };
  return (
    <View className="stack">
      {urgent(category) ? <EmergencyFirst category={category} organisations={filing.organisations} /> : null}
      <Card title={COPY.file.photoFirst}>
        <View className="stack">
          <PhotoGrid
            photos={photos.photos}
            onAdd={() => void add()}
            onRemove={photos.remove}
            onRetry={photos.retry}
            onOpen={photos.open}
          />
          <View className="t14 quiet">{COPY.file.photoHint}</View>
        </View>
      </Card>
      <Card>
        <View className="stack">
          <TextArea
            label={COPY.file.words}
            value={value.words}
            placeholder={COPY.file.wordsPlaceholder}
            maxLength={1000}
            error={showGaps && filing.open.includes('words') ? '请写一句哪里坏了' : undefined}
            onChange={(words) => filing.change({ words })}
          />
          {elder ? (
            <SpeakWords onWords={(said) => filing.change({ words: `${value.words}${said}`.slice(0, 1000) })} />
          ) : null}
          <Categories filing={filing} />
          <Questions filing={filing} />
        </View>
      </Card>
    </View>
  );
};
