import type { RollFileWarning, RollHome } from './roll';
import type { TotalRow } from './roll-rules-rows';
import { readBuildingCell } from './room-number';

/**
 * Totals a property office printed into its sheet, held against what was accepted. 小计 counts its own
 * building (or the rows since the last total), 总计 everything above; 合计 may mean either, so it is
 * right if one of them fits.
 */
interface Span {
  readonly homes: number;
  readonly area: number;
}

const spanOf = (homes: readonly RollHome[]): Span => ({
  homes: homes.length,
  area: homes.reduce((sum, { area }) => sum + area, 0),
});

const scopes = (total: TotalRow, accepted: readonly RollHome[], since: number): Span[] => {
  const label = total.label.replace(/\s/g, '');
  const building = readBuildingCell(
    label.replace(/[(（]?(?:小计|合计|总计|总合计|共计|累计|汇总|总和|总数).*$/, ''),
  )?.building;
  if (building !== undefined) return [spanOf(accepted.filter((home) => home.building === building))];
  const above = accepted.filter(({ line }) => line < total.line);
  const own = above.filter(({ line }) => line > since);
  if (/小计|本页/.test(label)) return [spanOf(own)];
  if (label.includes('总')) return [spanOf(above)];
  return [spanOf(above), spanOf(own)];
};

export const checkTotals = (totals: readonly TotalRow[], accepted: readonly RollHome[]): RollFileWarning[] => {
  let since = 0;
  return totals.flatMap((total) => {
    const spans = scopes(total, accepted, since);
    since = total.line;
    const warnings: RollFileWarning[] = [];
    const { line, area, count } = total;
    const closest = spans.find((span) => span.area === area) ?? spans[0];
    if (!closest) return warnings;
    if (area !== undefined && closest.area !== area)
      warnings.push({ why: 'total-differs', line, printed: area, accepted: closest.area });
    if (count !== undefined && closest.homes !== count)
      warnings.push({ why: 'count-differs', line, printed: count, accepted: closest.homes });
    return warnings;
  });
};
