import type { TopicEffect } from '@gongyi/shared/council/topic-effects';
import { isRefusal } from '@gongyi/shared/kernel/refusal';
import type { Refusal } from '@gongyi/shared/kernel/refusal';
import { requireOwnPhotos } from '../media/public';
import type { Call } from '../platform/router';

/** The effect if its photos are its maker's own (or were shown before); they are taken into use for the topic. */
export const withTopicPhotos = async (
  effect: TopicEffect | Refusal,
  topicId: string,
  { who, now }: Call,
  known: readonly string[] = [],
): Promise<TopicEffect | Refusal> => {
  if (isRefusal(effect)) return effect;
  const photos = (effect.event.photos ?? []).filter((id) => !known.includes(id));
  if (photos.length === 0) return effect;
  return (await requireOwnPhotos(photos, who.personId, topicId, now)) ?? effect;
};
