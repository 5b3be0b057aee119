import { View } from '@tarojs/components';
import { useState } from 'react';
import { PlaceSheet } from '../../district/components/place-sheet';
import { Button, Card, Choice, TextField } from '../../ui';
import { DRAFT } from '../desk-copy';
import type { VoteForm } from './use-vote-form';

interface ScopePartProps {
  readonly form: VoteForm;
  readonly compound: { readonly id: string; readonly name: string };
}

/** Whose vote it is: the whole compound, or the buildings and entrances that bear the cost, by which local rule. */
export const ScopePart = ({ form, compound }: ScopePartProps) => {
  const { edit, checked, change } = form;
  const [picking, setPicking] = useState(false);
  return (
    <Card title={DRAFT.scopeTitle}>
      <View className="stack">
        <Choice
          label={DRAFT.scope}
          layout="rows"
          options={[
            { value: 'compound', words: DRAFT.scopeAll },
            { value: 'places', words: DRAFT.scopePart, hint: DRAFT.scopePartHint },
          ]}
          value={edit.scope}
          onChange={(scope) => change({ scope })}
        />
        {edit.scope === 'places' ? (
          <>
            {edit.places.map(({ id, name }) => (
              <View key={id} className="row">
                <View className="t16 grow">{name}</View>
                <Button
                  kind="quiet"
                  label={`${DRAFT.remove} ${name}`}
                  onTap={() => change({ places: edit.places.filter((place) => place.id !== id) })}
                >
                  {DRAFT.remove}
                </Button>
              </View>
            ))}
            {checked.wrong('scope.placeIds') ? <View className="field-error">{DRAFT.placesMissing}</View> : null}
            <Button kind="secondary" wide onTap={() => setPicking(true)}>
              {DRAFT.addPlace}
            </Button>
            <TextField
              label={DRAFT.basis}
              value={edit.basis}
              maxLength={200}
              hint={DRAFT.basisHint}
              error={checked.wrong('scope.basis') ? DRAFT.basisMissing : undefined}
              onChange={(basis) => change({ basis })}
              onLeave={() => checked.leave('scope.basis')}
            />
          </>
        ) : null}
      </View>
      <PlaceSheet
        open={picking}
        title={DRAFT.addPlace}
        root={compound}
        kinds={['building', 'entrance']}
        onPick={(place) => {
          setPicking(false);
          if (!edit.places.some(({ id }) => id === place.id)) change({ places: [...edit.places, place] });
        }}
        onClose={() => setPicking(false)}
      />
    </Card>
  );
};
