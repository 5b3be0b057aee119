/** 王小明 → 王**; nobody's name → 居民. */
export const maskName = (name: string | undefined): string => {
  const [first, ...rest] = name ?? '';
  return first === undefined ? '居民' : `${first}${'*'.repeat(Math.max(1, rest.length))}`;
};
