import { listVolunteers } from '@gongyi/shared/volunteers/contract-volunteers';
import { usePagedList } from '../../platform';
import { Choice, ListMore } from '../../ui';

interface VolunteerChoiceProps {
  readonly label: string;
  readonly communityId: string;
  readonly value: string | undefined;
  readonly error?: string | undefined;
  readonly onChange: (volunteerId: string) => void;
}

/** Any volunteer of the community, with or without a phone. */
export const VolunteerChoice = ({ label, communityId, value, error, onChange }: VolunteerChoiceProps) => {
  const list = usePagedList(listVolunteers, { params: { placeId: communityId }, query: { limit: 50 } });
  return (
    <>
      <Choice
        label={label}
        options={list.state.items.map(({ volunteerId, name }) => ({ value: volunteerId, words: name }))}
        value={value}
        error={error}
        onChange={onChange}
      />
      <ListMore state={list.state} onRefresh={list.refresh} onMore={list.more} />
    </>
  );
};
