import type { Canvas, Colour } from './canvas';
import { canvasOf, ellipse, fall, grain, label, rectangle, stroke } from './canvas';
import { pngOf } from './png';

/** What a picture shows: a thing of the compound, broken and mended. */
export const SCENES = [
  'pipe',
  'lamp',
  'lift',
  'road',
  'rubbish',
  'door',
  'lane',
  'ceiling',
  'tree',
  'radiator',
  'paper',
] as const;
export type Scene = (typeof SCENES)[number];
export type Picture = `${Scene}-broken` | `${Scene}-mended`;

const WIDTH = 480;
const HEIGHT = 360;
const INK: Colour = [40, 44, 52];
const METAL: Colour = [150, 156, 164];
const WATER: Colour = [92, 148, 190];
const WALL: Colour = [222, 216, 202];

const room = (canvas: Canvas, wall: Colour, floor: Colour): void => {
  rectangle(canvas, 0, 0, WIDTH, 260, wall, fall(26, 260));
  rectangle(canvas, 0, 260, WIDTH, 100, floor, grain(8));
  rectangle(canvas, 0, 254, WIDTH, 8, [176, 168, 152]);
};

const outdoors = (canvas: Canvas, ground: Colour): void => {
  rectangle(canvas, 0, 0, WIDTH, 150, [176, 206, 232], fall(40, 150));
  rectangle(canvas, 40, 30, 150, 120, [206, 196, 180]);
  rectangle(canvas, 250, 10, 180, 140, [192, 186, 176]);
  for (let i = 0; i < 12; i += 1)
    rectangle(canvas, 54 + (i % 4) * 34, 44 + Math.floor(i / 4) * 34, 18, 20, [120, 146, 170]);
  for (let i = 0; i < 15; i += 1)
    rectangle(canvas, 264 + (i % 5) * 34, 26 + Math.floor(i / 5) * 38, 18, 22, [112, 138, 162]);
  rectangle(canvas, 0, 150, WIDTH, 210, ground, grain(10));
};

type Draw = (canvas: Canvas, broken: boolean) => void;

const pipe: Draw = (canvas, broken) => {
  room(canvas, WALL, [150, 142, 130]);
  stroke(canvas, [60, 70], [420, 70], 30, METAL);
  stroke(canvas, [240, 70], [240, 230], 26, METAL);
  ellipse(canvas, 240, 150, 26, 20, [120, 126, 134]);
  if (!broken) {
    rectangle(canvas, 218, 134, 44, 34, [70, 112, 84]);
    return;
  }
  for (let i = 0; i < 9; i += 1) stroke(canvas, [244 + i, 152], [180 + i * 16, 262 + (i % 3) * 12], 4, WATER);
  ellipse(canvas, 240, 300, 150, 34, WATER, grain(14));
};

const lamp: Draw = (canvas, broken) => {
  const wall: Colour = broken ? [52, 52, 60] : [232, 222, 190];
  room(canvas, wall, broken ? [36, 36, 42] : [176, 160, 132]);
  rectangle(canvas, 170, 80, 140, 180, broken ? [38, 40, 48] : [150, 110, 76]);
  rectangle(canvas, 286, 166, 10, 26, METAL);
  if (!broken) ellipse(canvas, 240, 40, 110, 60, [255, 246, 208]);
  ellipse(canvas, 240, 34, 34, 24, broken ? [84, 84, 90] : [255, 252, 236]);
  if (broken) stroke(canvas, [222, 20], [256, 50], 4, INK);
};

const lift: Draw = (canvas, broken) => {
  room(canvas, [196, 200, 204], [120, 120, 124]);
  rectangle(canvas, 90, 40, 200, 220, METAL, fall(30, 260));
  rectangle(canvas, broken ? 168 : 188, 40, broken ? 44 : 4, 220, INK);
  rectangle(canvas, 330, 90, 70, 130, [60, 64, 72]);
  rectangle(canvas, 340, 100, 50, 34, [16, 18, 20]);
  const digit: Colour = broken ? [226, 84, 40] : [84, 206, 120];
  if (broken) rectangle(canvas, 350, 114, 30, 6, digit);
  else {
    rectangle(canvas, 362, 104, 6, 26, digit);
    rectangle(canvas, 356, 108, 8, 5, digit);
  }
  ellipse(canvas, 365, 160, 12, 12, [214, 214, 206]);
  ellipse(canvas, 365, 194, 12, 12, [214, 214, 206]);
};

const road: Draw = (canvas, broken) => {
  outdoors(canvas, [128, 128, 130]);
  for (let i = 0; i < 5; i += 1) rectangle(canvas, 20 + i * 96, 200, 56, 8, [230, 228, 218]);
  if (!broken) {
    rectangle(canvas, 150, 240, 190, 74, [96, 96, 100], grain(8));
    return;
  }
  ellipse(canvas, 240, 276, 112, 44, [84, 78, 70], grain(20));
  ellipse(canvas, 246, 282, 78, 26, [54, 50, 46]);
  stroke(canvas, [130, 262], [70, 244], 5, [70, 66, 62]);
  stroke(canvas, [346, 286], [410, 312], 5, [70, 66, 62]);
};

const rubbish: Draw = (canvas, broken) => {
  outdoors(canvas, [170, 168, 160]);
  rectangle(canvas, 120, 150, 90, 120, [60, 110, 80]);
  rectangle(canvas, 112, 140, 106, 16, [44, 86, 62]);
  rectangle(canvas, 250, 150, 90, 120, [70, 92, 130]);
  rectangle(canvas, 242, 140, 106, 16, [52, 70, 104]);
  if (!broken) return;
  const bags: readonly (readonly [number, number, Colour])[] = [
    [90, 282, INK],
    [150, 296, [230, 226, 216]],
    [220, 290, INK],
    [300, 300, [204, 160, 110]],
    [370, 284, [230, 226, 216]],
    [232, 130, [204, 160, 110]],
  ];
  for (const [x, y, colour] of bags) ellipse(canvas, x, y, 36, 26, colour, grain(14));
};

const door: Draw = (canvas, broken) => {
  room(canvas, [206, 198, 184], [140, 134, 124]);
  rectangle(canvas, 150, 30, 180, 230, [90, 60, 44]);
  rectangle(canvas, 166, 46, broken ? 90 : 148, 214, broken ? [30, 28, 28] : [74, 104, 128]);
  if (broken) stroke(canvas, [256, 46], [306, 276], 12, [74, 104, 128]);
  rectangle(canvas, 370, 120, 44, 70, INK);
  ellipse(canvas, 392, 140, 8, 8, broken ? [226, 84, 40] : [84, 206, 120]);
};

const lane: Draw = (canvas, broken) => {
  outdoors(canvas, [150, 150, 152]);
  for (let i = 0; i < 7; i += 1) stroke(canvas, [i * 80 - 40, 350], [i * 80 + 40, 190], 10, [228, 190, 60]);
  if (!broken) return;
  rectangle(canvas, 110, 200, 250, 80, [176, 70, 60]);
  rectangle(canvas, 160, 160, 150, 50, [150, 58, 50]);
  rectangle(canvas, 174, 168, 56, 34, [150, 180, 200]);
  rectangle(canvas, 240, 168, 56, 34, [150, 180, 200]);
  ellipse(canvas, 165, 284, 28, 28, INK);
  ellipse(canvas, 305, 284, 28, 28, INK);
};

const ceiling: Draw = (canvas, broken) => {
  rectangle(canvas, 0, 0, WIDTH, HEIGHT, [238, 234, 224], fall(16, HEIGHT));
  rectangle(canvas, 0, 200, WIDTH, 8, [206, 200, 188]);
  rectangle(canvas, 0, 208, WIDTH, 152, [214, 222, 214]);
  if (!broken) return;
  ellipse(canvas, 210, 110, 130, 62, [206, 186, 142]);
  ellipse(canvas, 220, 112, 96, 42, [186, 160, 112]);
  ellipse(canvas, 226, 116, 50, 20, [160, 130, 86]);
  for (let i = 0; i < 4; i += 1) stroke(canvas, [190 + i * 24, 160], [190 + i * 24, 196 + (i % 2) * 60], 5, WATER);
};

const tree: Draw = (canvas, broken) => {
  outdoors(canvas, [132, 160, 104]);
  stroke(canvas, [240, 320], [240, 150], 26, [104, 78, 54]);
  ellipse(canvas, 240, 110, broken ? 70 : 100, 74, [74, 122, 66], grain(24));
  if (!broken) return;
  stroke(canvas, [240, 180], [380, 290], 18, [104, 78, 54]);
  ellipse(canvas, 390, 300, 70, 34, [84, 130, 70], grain(24));
};

const radiator: Draw = (canvas, broken) => {
  room(canvas, WALL, [170, 150, 124]);
  for (let i = 0; i < 9; i += 1) rectangle(canvas, 110 + i * 30, 130, 24, 116, [236, 236, 232], fall(20, 260));
  stroke(canvas, [90, 150], [400, 150], 10, METAL);
  rectangle(canvas, 200, 40, 80, 54, INK);
  rectangle(canvas, 210, 50, 60, 34, broken ? [150, 190, 220] : [236, 170, 90]);
};

/** A form: a ballot paper, a voucher; filled in by hand once it is in order. */
const paper: Draw = (canvas, broken) => {
  rectangle(canvas, 0, 0, WIDTH, HEIGHT, [150, 128, 104], grain(10));
  rectangle(canvas, 110, 20, 260, 320, [250, 249, 244]);
  rectangle(canvas, 160, 44, 160, 14, INK);
  for (let i = 0; i < 5; i += 1) rectangle(canvas, 136, 84 + i * 26, 208, 4, [190, 188, 182]);
  for (let i = 0; i < 3; i += 1) rectangle(canvas, 140, 230 + i * 30, 18, 18, [120, 120, 120]);
  if (broken) return;
  stroke(canvas, [142, 238], [150, 248], 5, [30, 60, 140]);
  stroke(canvas, [150, 248], [170, 224], 5, [30, 60, 140]);
};

const DRAWN = { pipe, lamp, lift, road, rubbish, door, lane, ceiling, tree, radiator, paper } as const satisfies Record<
  Scene,
  Draw
>;

const made = new Map<Picture, Buffer>();

const isScene = (name: string): name is Scene => Object.hasOwn(DRAWN, name);

/** The picture as a PNG file of 480 × 360, labelled 演示; drawn once. */
export const pictureOf = (picture: Picture): Buffer => {
  const ready = made.get(picture);
  if (ready !== undefined) return ready;
  const [scene = '', state] = picture.split('-');
  if (!isScene(scene)) throw new Error(`no such scene: ${scene}`);
  const canvas = canvasOf(WIDTH, HEIGHT);
  DRAWN[scene](canvas, state === 'broken');
  label(canvas, 2);
  const png = pngOf(canvas);
  made.set(picture, png);
  return png;
};
