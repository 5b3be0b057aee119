import { listVolunteers } from '@gongyi/shared/volunteers/contract-volunteers';
import { usePagedList } from '../../platform';
import { Button, Choice, ErrorState } from '../../ui';
import { DESK } from '../copy';

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
  const { status, items, more, fetchingMore, error: fault } = list.state;
  if (status === 'failed') return <ErrorState words={fault ?? ''} onRetry={() => void list.refresh()} />;
  return (
    <>
      <Choice
        label={label}
        options={items.map(({ volunteerId, name }) => ({ value: volunteerId, words: name }))}
        value={value}
        error={error}
        onChange={onChange}
      />
      {more ? (
        <Button kind="quiet" loading={fetchingMore} onTap={list.more}>
          {DESK.moreVolunteers}
        </Button>
      ) : null}
    </>
  );
};
