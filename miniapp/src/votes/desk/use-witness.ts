import { useEffect, useState } from 'react';
import type { Party } from '@gongyi/shared/district/organisation';
import { addWitness, cosign, getContinuation } from '@gongyi/shared/votes/contract-log';
import type { LogView } from '@gongyi/shared/votes/contract-log';
import { asLowDer } from '@gongyi/shared/votes/log/ecdsa-der';
import { toBase64 } from '@gongyi/shared/votes/log/base64';
import { parseCheckpoint } from '@gongyi/shared/votes/log/checkpoint';
import { call, findWitnessKey, makeWitnessKey, useAct, useKept } from '../../platform';
import type { Load, WitnessKey } from '../../platform';
import { say } from '../../ui';
import { LOG } from '../desk-copy';
import { SeenCheckpoint, checkBeforeSigning } from './cosigning';
import type { WitnessFault } from './cosigning';

/** One party's part in a vote's log: its key on this device, and what it signed last. */
export const useWitness = (voteId: string, party: Party, load: Load<LogView>) => {
  const params = { voteId };
  const act = useAct(() => void load.reload());
  const name = `${voteId} ${party}`;
  const [seen, keepSeen] = useKept(`witness.${voteId}.${party}`, SeenCheckpoint);
  const [key, setKey] = useState<WitnessKey>();
  const [fault, setFault] = useState<WitnessFault | 'key-lost'>();
  const [working, setWorking] = useState(false);

  useEffect(() => {
    let shown = true;
    void findWitnessKey(name).then(
      (found) => {
        if (shown) setKey(found);
      },
      () => undefined,
    );
    return () => {
      shown = false;
    };
  }, [name]);

  const registered = load.value?.witnesses.find((one) => one.party === party && one.key === key?.publicKey);

  const register = async (): Promise<void> => {
    setFault(undefined);
    setWorking(true);
    const mine = key ?? (await makeWitnessKey(name).catch(() => undefined));
    setKey(mine);
    setWorking(false);
    if (mine === undefined) {
      setFault('key-lost');
      return;
    }
    const saved = await act.run(addWitness, { params, body: { party, key: mine.publicKey } });
    if (saved === undefined) return;
    load.replace(saved);
    say(LOG.registered);
  };

  /** Checks that the newest checkpoint continues what was signed before, then signs it: never the other way round. */
  const sign = async (log: LogView): Promise<void> => {
    if (key === undefined || log.checkpoint === undefined) return;
    setFault(undefined);
    setWorking(true);
    const size = parseCheckpoint(log.checkpoint)?.checkpoint.size ?? 0;
    const grown = seen !== undefined && size > seen.size;
    const proof = grown ? await call(getContinuation, { params, query: { size: seen.size } }) : undefined;
    // The server's proof may lead to a checkpoint that is newer still.
    const note = proof?.ok === true ? proof.value.checkpoint : log.checkpoint;
    const checked = checkBeforeSigning(note, log.origin, seen, proof?.ok === true ? proof.value : undefined);
    if (!checked.ok) {
      setFault(checked.fault);
      setWorking(false);
      return;
    }
    const { checkpoint, body } = checked;
    const signature = toBase64(asLowDer(await key.sign(body)));
    setWorking(false);
    const saved = await act.run(cosign, {
      params,
      body: { party, key: key.publicKey, size: checkpoint.size, signature },
    });
    if (saved === undefined) return;
    keepSeen({ origin: checkpoint.origin, size: checkpoint.size, root: checkpoint.root });
    load.replace(saved);
    say(LOG.cosigned(checkpoint.size));
  };

  return { act, seen, registered, fault, busy: act.busy || working, register, sign };
};
