import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { listPlacesBelow } from '@gongyi/shared/district/contract';
import { placeKind } from '@gongyi/shared/district/place';
import type { PlaceKind } from '@gongyi/shared/district/place';
import { useLoad } from '../../platform';
import { Button, CardLink, EmptyState, ErrorState, Sheet, Skeleton } from '../../ui';
import { PLACE_SHEET } from '../copy';

export interface PickedPlace {
  readonly id: string;
  /** Names from below the root down: 3号楼 2单元 501室. */
  readonly name: string;
}

interface PlaceSheetProps {
  readonly open: boolean;
  readonly title: string;
  /** Where the choice begins: a compound, a street … */
  readonly root: PickedPlace;
  /** Kinds that may be chosen; others are only passed through. */
  readonly kinds: readonly PlaceKind[];
  readonly onPick: (place: PickedPlace) => void;
  readonly onClose: () => void;
}

const DEEPEST: PlaceKind = 'home';
/** Kinds below which nothing of interest lies for this choice. */
const goesDeeper = (kind: PlaceKind, kinds: readonly PlaceKind[]): boolean => {
  const order: readonly PlaceKind[] = [
    'district',
    'street',
    'community',
    'grid',
    'compound',
    'building',
    'entrance',
    DEEPEST,
  ];
  return kinds.some((wanted) => order.indexOf(wanted) > order.indexOf(kind));
};

/** Finds a place by going down the tree, one level a tap. */
export const PlaceSheet = ({ open, title, root, kinds, onPick, onClose }: PlaceSheetProps) => {
  const [trail, setTrail] = useState<readonly PickedPlace[]>([]);
  useEffect(() => setTrail([]), [root.id, open]);
  const at = trail.at(-1) ?? root;
  const load = useLoad(listPlacesBelow, open ? { params: { placeId: at.id }, query: { limit: 200 } } : undefined);
  const choose = (place: { readonly id: string; readonly name: string }) => {
    const named = { id: place.id, name: [...trail.map(({ name }) => name), place.name].join(' ') };
    if (goesDeeper(placeKind(place.id), kinds)) setTrail([...trail, { id: place.id, name: place.name }]);
    else onPick(named);
  };
  const mayStop = trail.length > 0 && kinds.includes(placeKind(at.id));
  return (
    <Sheet
      open={open}
      title={trail.length === 0 ? title : trail.map(({ name }) => name).join(' ')}
      onClose={onClose}
      footer={
        <>
          {trail.length > 0 ? (
            <Button kind="secondary" wide onTap={() => setTrail(trail.slice(0, -1))}>
              {PLACE_SHEET.back}
            </Button>
          ) : null}
          {mayStop ? (
            <Button wide onTap={() => onPick({ id: at.id, name: trail.map(({ name }) => name).join(' ') })}>
              {PLACE_SHEET.here}
            </Button>
          ) : null}
        </>
      }
    >
      <View className="stack">
        {load.status === 'loading' ? <Skeleton rows={4} /> : null}
        {load.status === 'failed' ? <ErrorState words={load.words ?? ''} onRetry={() => void load.reload()} /> : null}
        {load.status === 'ready' && load.value?.items.length === 0 ? <EmptyState words={PLACE_SHEET.empty} /> : null}
        {load.value?.items
          .filter(({ id }) => placeKind(id) !== 'grid' || kinds.includes('grid'))
          .map((place) => (
            <CardLink key={place.id} onTap={() => choose(place)}>
              {place.name}
            </CardLink>
          ))}
      </View>
    </Sheet>
  );
};
