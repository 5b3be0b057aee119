import { Text, View } from '@tarojs/components';
import './step-dots.scss';

/** How far along a short form is: 1 拍照说明 — 2 在哪儿 — 3 提交. */
export const StepDots = ({ steps, at }: { steps: readonly string[]; at: number }) => (
  <View className="steps" role="list" aria-label={`第 ${String(at + 1)} 步，共 ${String(steps.length)} 步`}>
    {steps.map((step, index) => (
      <View key={step} className={`step${index <= at ? ' step-on' : ''}`} role="listitem">
        <Text className="step-number figure">{index + 1}</Text>
        <Text className="t14">{step}</Text>
      </View>
    ))}
  </View>
);
