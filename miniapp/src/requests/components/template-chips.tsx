import { View } from '@tarojs/components';
import type { ReplyTemplate } from '@gongyi/shared/requests/contract';
import { Button } from '../../ui';
import './template-chips.scss';

/** Words said often, put in by a tap. */
export const TemplateChips = ({
  templates,
  onPick,
}: {
  templates: readonly ReplyTemplate[];
  onPick: (words: string) => void;
}) =>
  templates.length === 0 ? null : (
    <View className="template-chips" role="group" aria-label="常用语">
      {templates.map((template) => (
        <Button key={template.id} kind="quiet" onTap={() => onPick(template.words)}>
          {template.title}
        </Button>
      ))}
    </View>
  );
