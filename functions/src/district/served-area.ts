/**
 * The lowest place that holds all of these: whoever is above it is above each of them. Undefined when
 * there are none or they lie in different districts.
 */
export const commonPlaceOf = (placeIds: readonly string[]): string | undefined => {
  const [first, ...rest] = placeIds.map((id) => id.split('.'));
  if (first === undefined) return undefined;
  const length = rest.reduce((shared, segments) => {
    const differs = first.findIndex((segment, index) => segments[index] !== segment);
    return Math.min(shared, differs < 0 ? first.length : differs);
  }, first.length);
  return length === 0 ? undefined : first.slice(0, length).join('.');
};
