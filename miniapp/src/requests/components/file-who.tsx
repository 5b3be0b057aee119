import { View } from '@tarojs/components';
import { CATEGORIES } from '@gongyi/shared/requests/category';
import { Card, Choice, Tick } from '../../ui';
import { COPY } from '../copy';
import { visibilityOf } from '../filing';
import type { Filing } from '../use-filing';

/** Step three: who sees it and how to be reached; what will be sent stands above. */
export const FileWho = ({ filing }: { filing: Filing }) => {
  const { value, category } = filing;
  const visibility = visibilityOf(value);
  return (
    <View className="stack">
      <Card title={category === undefined ? '' : CATEGORIES[category].name}>
        <View className="t16">{value.words}</View>
        <View className="t14 quiet">
          {[value.placeName, value.spotWords, value.photos.length > 0 ? `${String(value.photos.length)} 张照片` : '']
            .filter((part) => part !== undefined && part !== '')
            .join(' · ')}
        </View>
      </Card>
      <Card>
        <View className="stack">
          <Choice
            label={COPY.file.visibility}
            layout="rows"
            hint={COPY.file.visibilityHint}
            options={[
              { value: 'private', words: COPY.file.private },
              { value: 'public', words: COPY.file.public },
            ]}
            value={visibility}
            onChange={(chosen) => filing.change({ visibility: chosen })}
          />
          {visibility === 'public' ? (
            <Tick
              checked={value.anonymous}
              words={COPY.file.anonymous}
              onChange={(anonymous) => filing.change({ anonymous })}
            />
          ) : null}
          <Choice
            label={COPY.file.contact}
            options={[
              { value: 'message', words: COPY.file.contactMessage },
              { value: 'phone', words: COPY.file.contactPhone },
              { value: 'none', words: COPY.file.contactNone },
            ]}
            value={value.contact}
            onChange={(contact) => filing.change({ contact })}
          />
          <Tick
            checked={value.called12345}
            words={COPY.file.called12345}
            onChange={(called12345) => filing.change({ called12345 })}
          />
        </View>
      </Card>
    </View>
  );
};
