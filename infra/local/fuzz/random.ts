export { randomOf } from '@gongyi/shared/kernel/random-for-tests';
export type { Random } from '@gongyi/shared/kernel/random-for-tests';
