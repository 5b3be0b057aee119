import { View } from '@tarojs/components';
import { useState } from 'react';
import { getCertificateSheet, listCertificates, makeCertificate } from '@gongyi/shared/volunteers/contract-hours';
import type { Certificate } from '@gongyi/shared/volunteers/hours';
import { hoursWords } from '@gongyi/shared/volunteers/hours-rules';
import { isoDate } from '@gongyi/shared/kernel/time';
import {
  call,
  copyWords,
  openSheet,
  outcomeWords,
  switchTab,
  useAct,
  useLoad,
  useServerNow,
  webOrigin,
} from '../../platform';
import { Button, Card, DayField, Sheet, StatusLine, clockWords, say } from '../../ui';
import { certificateAddress } from '../certificate-address';
import { COMMON, HOURS } from '../copy';
import './certificates.scss';

interface MakeSheetProps {
  readonly onMade: (made: Certificate) => void;
  readonly onClose: () => void;
}

/** All of one's hours, or those of some days. */
const MakeSheet = ({ onMade, onClose }: MakeSheetProps) => {
  const act = useAct();
  const [from, setFrom] = useState<string>();
  const [until, setUntil] = useState<string>();
  const [nameNeeded, setNameNeeded] = useState(false);
  const make = async () => {
    const body = { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
    const outcome = await act.attempt(makeCertificate, { body });
    setNameNeeded(!outcome.ok && outcome.refusal?.refused === 'name-needed');
    if (outcome.ok) onMade(outcome.value);
  };
  return (
    <Sheet
      open
      title={HOURS.certificate}
      onClose={onClose}
      footer={
        <Button wide loading={act.busy} onTap={() => void make()}>
          {HOURS.make}
        </Button>
      }
    >
      <View className="stack">
        <View className="t16">{HOURS.certificateHint}</View>
        <View className="t14 quiet">{HOURS.whole}</View>
        <DayField label={HOURS.from} optional value={from} onChange={setFrom} />
        <DayField label={HOURS.until} optional value={until} onChange={setUntil} />
        {act.words === undefined ? null : <StatusLine tone="warning">{act.words}</StatusLine>}
        {nameNeeded ? (
          <Button kind="secondary" wide onTap={() => switchTab('me')}>
            {HOURS.toMe}
          </Button>
        ) : null}
      </View>
    </Sheet>
  );
};

const One = ({ made, now }: { made: Certificate; now: number }) => {
  const [opening, setOpening] = useState(false);
  const read = async () => {
    setOpening(true);
    const sheet = await call(getCertificateSheet, { params: { code: made.code } });
    setOpening(false);
    if (!sheet.ok) say(outcomeWords(sheet) ?? HOURS.opened);
    else if (!(await openSheet(sheet.value.url, 'pdf'))) say(HOURS.opened);
  };
  const copy = async () => {
    if (await copyWords(certificateAddress(webOrigin(), made.code))) say(COMMON.copied);
  };
  return (
    <View>
      <View>
        <View className="t16 figure">{hoursWords(made.sum.served + made.sum.byHand)}</View>
        <View className="t14 quiet figure">{`${isoDate(made.from)} – ${isoDate(made.until)}`}</View>
        <View className="t14 quiet figure">{`${made.number} · ${clockWords(made.issuedAt, now)}`}</View>
      </View>
      <View className="row wrap certificate-acts">
        <Button kind="secondary" loading={opening} label={`${HOURS.open} ${made.number}`} onTap={() => void read()}>
          {HOURS.open}
        </Button>
        <Button kind="quiet" label={`${HOURS.link} ${made.number}`} onTap={() => void copy()}>
          {HOURS.link}
        </Button>
      </View>
    </View>
  );
};

/** Certificates that were made, and one more. */
export const Certificates = ({ making, onClose }: { making: boolean; onClose: () => void }) => {
  const now = useServerNow();
  const load = useLoad(listCertificates, {});
  const rows = load.value?.items ?? [];
  const made = (certificate: Certificate) => {
    load.replace({ items: [certificate, ...rows.filter(({ code }) => code !== certificate.code)] });
    say(HOURS.made);
    onClose();
  };
  return (
    <>
      {rows.length === 0 ? null : (
        <Card title={HOURS.certificates}>
          <View className="stack">
            {rows.map((certificate) => (
              <One key={certificate.code} made={certificate} now={now} />
            ))}
          </View>
        </Card>
      )}
      {making ? <MakeSheet onMade={made} onClose={onClose} /> : null}
    </>
  );
};
