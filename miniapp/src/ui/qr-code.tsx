import { Image, View } from '@tarojs/components';
import { create } from 'qrcode';

const QUIET = 4;

/** A QR code as one SVG path, a square a dark module; named colours, since a picture knows no variables. */
export const qrSvg = (words: string): string => {
  const { modules } = create(words, { errorCorrectionLevel: 'M' });
  const squares: string[] = [];
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) squares.push(`M${column + QUIET} ${row + QUIET}h1v1h-1z`);
    }
  }
  const size = modules.size + 2 * QUIET;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">` +
    `<rect width="${size}" height="${size}" fill="white"/><path fill="black" d="${squares.join('')}"/></svg>`
  );
};

interface QrCodeProps {
  readonly words: string;
  /** What scanning it does: 用微信扫一扫登录. */
  readonly label: string;
  readonly size?: number;
}

/** A QR code, drawn as a picture on both platforms. */
export const QrCode = ({ words, label, size = 220 }: QrCodeProps) => (
  <View className="qr" style={{ width: `${size}px`, height: `${size}px` }}>
    <Image
      className="qr-image"
      src={`data:image/svg+xml,${encodeURIComponent(qrSvg(words))}`}
      mode="aspectFit"
      aria-label={label}
    />
  </View>
);
