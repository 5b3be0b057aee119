import { View } from '@tarojs/components';
import { QrCode } from './qr-code';

interface RotatingCodeProps {
  /** What a scanner reads. */
  readonly address: string;
  /** The same in figures, for who cannot scan. */
  readonly code: string;
  /** What scanning does, then what to do with the figures. */
  readonly label: string;
  readonly hint: string;
  /** Milliseconds until the next code, and how long each stands. */
  readonly left: number;
  readonly step: number;
  readonly leftWords: (seconds: number) => string;
}

/** 528491 → 528 491: read across a square. */
const spaced = (code: string): string => code.replace(/(...)(?=.)/g, '$1 ');

/** A code that changes by itself, as large as its box, with the time it still stands. Imported by its own path, like QrCode. */
export const RotatingCode = ({ address, code, label, hint, left, step, leftWords }: RotatingCodeProps) => (
  <View className="rotating">
    <QrCode words={address} label={label} size={360} />
    <View className="rotating-code figure" aria-label={code}>
      {spaced(code)}
    </View>
    <View className="rotating-left" aria-hidden="true">
      <View className="rotating-part" style={{ width: `${String(Math.round((left / step) * 100))}%` }} />
    </View>
    <View className="t14 quiet figure">{leftWords(Math.ceil(left / 1000))}</View>
    <View className="t16">{label}</View>
    <View className="t14 quiet">{hint}</View>
  </View>
);
