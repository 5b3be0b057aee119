/** A picture in the making: 8-bit RGB, drawn from simple shapes. Coordinates in pixels from the top left. */
export interface Canvas {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

export type Colour = readonly [number, number, number];

export const canvasOf = (width: number, height: number): Canvas => ({
  width,
  height,
  pixels: new Uint8Array(width * height * 3),
});

/** Paints where `inside` is true. `shade` varies the brightness, so that surfaces look like surfaces. */
const paint = (
  canvas: Canvas,
  box: readonly [number, number, number, number],
  colour: Colour,
  inside: (x: number, y: number) => boolean,
  shade: (x: number, y: number) => number = () => 0,
): void => {
  const [left, top, right, bottom] = box;
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(canvas.height, Math.ceil(bottom)); y += 1) {
    for (let x = Math.max(0, Math.floor(left)); x < Math.min(canvas.width, Math.ceil(right)); x += 1) {
      if (!inside(x, y)) continue;
      const light = shade(x, y);
      const at = (y * canvas.width + x) * 3;
      colour.forEach((part, index) => {
        canvas.pixels[at + index] = Math.min(255, Math.max(0, part + light));
      });
    }
  }
};

/** Grain of plaster and concrete: the same at the same place every time. */
export const grain =
  (depth: number) =>
  (x: number, y: number): number =>
    (((x * 12_899 + y * 78_233 + ((x * y) % 191) * 7) % 1000) / 1000 - 0.5) * depth;

export const fall =
  (depth: number, height: number) =>
  (_: number, y: number): number =>
    (0.5 - y / height) * depth;

export const rectangle = (
  canvas: Canvas,
  x: number,
  y: number,
  width: number,
  height: number,
  colour: Colour,
  shade?: (x: number, y: number) => number,
): void => {
  paint(canvas, [x, y, x + width, y + height], colour, () => true, shade);
};

export const ellipse = (
  canvas: Canvas,
  x: number,
  y: number,
  radiusX: number,
  radiusY: number,
  colour: Colour,
  shade?: (x: number, y: number) => number,
): void => {
  const inside = (px: number, py: number): boolean => ((px - x) / radiusX) ** 2 + ((py - y) / radiusY) ** 2 <= 1;
  paint(canvas, [x - radiusX, y - radiusY, x + radiusX + 1, y + radiusY + 1], colour, inside, shade);
};

/** A straight stroke with round ends. */
export const stroke = (
  canvas: Canvas,
  from: readonly [number, number],
  to: readonly [number, number],
  width: number,
  colour: Colour,
): void => {
  const [x1, y1] = from;
  const [x2, y2] = to;
  const lengthSquared = (x2 - x1) ** 2 + (y2 - y1) ** 2 || 1;
  const near = (x: number, y: number): boolean => {
    const along = Math.min(1, Math.max(0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / lengthSquared));
    return (x - x1 - along * (x2 - x1)) ** 2 + (y - y1 - along * (y2 - y1)) ** 2 <= (width / 2) ** 2;
  };
  const reach = width / 2 + 1;
  const box = [Math.min(x1, x2) - reach, Math.min(y1, y2) - reach, Math.max(x1, x2) + reach, Math.max(y1, y2) + reach];
  paint(canvas, [box[0] ?? 0, box[1] ?? 0, box[2] ?? 0, box[3] ?? 0], colour, near);
};

/** 演示 in dots, so that no picture is taken for a photograph of a real place. */
const LABEL = [
  '.........#..........................',
  '..##.....#..........................',
  '...#.##########...############......',
  '.....#........#.....................',
  '......########......................',
  '.#.......#..........................',
  '.##......#.......##############.....',
  '.....#########.........##...........',
  '.....##..#...#.........##...........',
  '.....#########.....##..##..##.......',
  '...#.##..#...#.....#...##...#.......',
  '...#.##..#...#....##...##...##......',
  '..#..#########....#....##....#......',
  '..#....#...##....#.....##....##.....',
  '.##...##....##.........##...........',
  '.....#........#......###............',
] as const;

export const label = (canvas: Canvas, scale: number): void => {
  const width = 36 * scale;
  const left = canvas.width - width - 6 * scale;
  const top = canvas.height - 22 * scale;
  rectangle(canvas, left - 3 * scale, top - 3 * scale, width + 4 * scale, 22 * scale, [28, 36, 48]);
  LABEL.forEach((row, y) => {
    Array.from(row).forEach((dot, x) => {
      if (dot === '#') rectangle(canvas, left + x * scale, top + y * scale, scale, scale, [250, 250, 247]);
    });
  });
};
