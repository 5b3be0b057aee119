import { useState } from 'react';
import { guessCategory } from '@gongyi/shared/requests/category';
import type { CategoryKey } from '@gongyi/shared/requests/category';
import { fileOnBehalf, lookUpCaller } from '@gongyi/shared/requests/contract';
import type { PickedPlace } from '../district/components/place-sheet';
import { newKey, outcomeWords, submit, useLoad } from '../platform';
import { visibilityOf } from './filing';

export type Channel = 'phone' | 'on-behalf' | 'hotline-12345';
const PHONE = /^[0-9-]{5,20}$/;

/** Recording a call: the number finds the home, the words find the category; done in seconds. */
export const usePhoneOrder = (organisationId: string | undefined) => {
  const [channel, setChannel] = useState<Channel>(organisationId === undefined ? 'on-behalf' : 'phone');
  const [phone, setPhone] = useState('');
  const [name, setName] = useState('');
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<CategoryKey>();
  const [answers, setAnswers] = useState<Record<string, string>>({});
  const [place, setPlace] = useState<PickedPlace>();
  const [hotlineNumber, setHotlineNumber] = useState('');
  const [hotlineDue, setHotlineDue] = useState<number>();
  const [key, setKey] = useState(newKey);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const known = PHONE.test(phone) && phone.length >= 11 && organisationId !== undefined;
  const caller = useLoad(lookUpCaller, known ? { params: { organisationId }, body: { phone } } : undefined);
  const homes = caller.value?.homes ?? [];
  const category = chosen ?? guessCategory(words) ?? (words.trim() === '' ? undefined : ('other' as const));
  // One home to a number is the usual case: it fills itself in, and can be changed.
  const only = homes.length === 1 ? homes[0] : undefined;
  const at = place ?? (only === undefined ? undefined : { id: only.homeId, name: only.homeName });

  const clear = () => {
    setPhone('');
    setName('');
    setWords('');
    setChosen(undefined);
    setAnswers({});
    setPlace(undefined);
    setHotlineNumber('');
    setHotlineDue(undefined);
    setKey(newKey());
  };
  const ready = at !== undefined && category !== undefined && words.trim() !== '';
  const send = async (): Promise<string | undefined> => {
    if (!ready || busy) return undefined;
    setBusy(true);
    const visibility = visibilityOf({
      words,
      chosenCategory: category,
      answers,
      photos: [],
      spotWords: '',
      anonymous: false,
      contact: 'phone',
      called12345: false,
    });
    const hotline =
      channel === 'hotline-12345' && hotlineDue !== undefined && hotlineNumber !== ''
        ? { hotline: { number: hotlineNumber, dueAt: hotlineDue } }
        : {};
    const body = {
      category,
      words,
      answers,
      placeId: at.id,
      visibility,
      contact: phone === '' ? ('none' as const) : ('phone' as const),
      channel,
      ...(name.trim() === '' ? {} : { callerName: name }),
      ...(PHONE.test(phone) ? { callerPhone: phone } : {}),
      ...hotline,
    };
    const outcome = await submit(fileOnBehalf, { body }, { title: words.slice(0, 20), key });
    setBusy(false);
    setProblem(outcome.ok ? undefined : outcomeWords(outcome));
    if (!outcome.ok) return undefined;
    clear();
    return outcome.value.id;
  };
  return {
    channel,
    setChannel,
    phone,
    setPhone,
    name,
    setName,
    words,
    setWords,
    category,
    setChosen,
    answers,
    setAnswers,
    at,
    setPlace,
    homes,
    hotlineNumber,
    setHotlineNumber,
    hotlineDue,
    setHotlineDue,
    ready,
    busy,
    problem,
    send,
  };
};
export type PhoneOrder = ReturnType<typeof usePhoneOrder>;
