import { View } from '@tarojs/components';
import { useState } from 'react';
import { isoDate } from '@gongyi/shared/kernel/time';
import { checkCertificate } from '@gongyi/shared/volunteers/contract-hours';
import type { CertificateView } from '@gongyi/shared/volunteers/contract-view';
import { hoursWords } from '@gongyi/shared/volunteers/hours-rules';
import { Page, scannedCode, useLoad, usePageParams } from '../../../platform';
import { Button, Card, ErrorState, Skeleton, StatusLine, TextField } from '../../../ui';
import { Line } from '../../components/line';
import { CERTIFICATE, HOURS } from '../../copy';
import './index.scss';

const Paper = ({ paper }: { paper: CertificateView }) => (
  <Card>
    <View className="stack">
      <StatusLine tone="success">{CERTIFICATE.genuine}</StatusLine>
      {paper.corrected ? <StatusLine tone="warning">{CERTIFICATE.corrected}</StatusLine> : null}
      <View className="t14 quiet">{CERTIFICATE.compare}</View>
      <View className="t28 figure">{hoursWords(paper.sum.served + paper.sum.byHand)}</View>
      {paper.sum.byHand === 0 ? null : <Line label={CERTIFICATE.byHand}>{hoursWords(paper.sum.byHand)}</Line>}
      <Line label={CERTIFICATE.name}>{paper.name}</Line>
      {paper.numberMasked === undefined ? null : <Line label={CERTIFICATE.volunteerNumber}>{paper.numberMasked}</Line>}
      <Line label={CERTIFICATE.community}>{paper.communityName}</Line>
      <Line label={CERTIFICATE.period}>{`${isoDate(paper.from)} – ${isoDate(paper.until)}`}</Line>
      <Line label={CERTIFICATE.number}>{paper.number}</Line>
      <Line label={CERTIFICATE.issued}>{isoDate(paper.issuedAt)}</Line>
      <View className="t16 certificate-teams" role="heading" aria-level={2}>
        {CERTIFICATE.teams}
      </View>
      {paper.lines.map(({ teamName, kindName, times, minutes }) => (
        <View key={teamName}>
          <View className="t16">{teamName}</View>
          <View className="t14 quiet figure">{`${kindName} · ${HOURS.times(times)} · ${hoursWords(minutes)}`}</View>
        </View>
      ))}
    </View>
  </Card>
);

const Found = ({ code }: { code: string }) => {
  const load = useLoad(checkCertificate, { params: { code } });
  if (load.status === 'loading') return <Skeleton rows={2} />;
  if (load.value !== undefined) return <Paper paper={load.value} />;
  // A code of the wrong shape is as unknown as one that was never given.
  if (
    load.outcome?.ok === false &&
    load.outcome.refusal !== undefined &&
    load.outcome.refusal.refused !== 'too-many-attempts'
  )
    return <StatusLine tone="danger">{CERTIFICATE.unknown}</StatusLine>;
  return <ErrorState words={load.words ?? ''} onRetry={() => void load.reload()} />;
};

/** Anybody checks a certificate by its code, typed or scanned, without signing in, and sees what the paper says. */
export default function CertificatePage() {
  const { code: scanned } = usePageParams();
  const [typed, setTyped] = useState(scanned ?? '');
  const [asked, setAsked] = useState(scanned);
  const [tried, setTried] = useState(false);
  const check = () => {
    setTried(true);
    const code = scannedCode(typed) ?? typed.trim();
    setAsked(code === '' ? undefined : code);
  };
  return (
    <Page
      title={CERTIFICATE.title}
      action={
        <Button wide onTap={check}>
          {CERTIFICATE.check}
        </Button>
      }
    >
      <View className="stack">
        <Card>
          <View className="stack">
            <View className="t16">{CERTIFICATE.how}</View>
            <TextField
              label={CERTIFICATE.label}
              value={typed}
              maxLength={200}
              error={tried && typed.trim() === '' ? CERTIFICATE.empty : undefined}
              onChange={setTyped}
              onDone={check}
            />
          </View>
        </Card>
        {asked === undefined ? null : <Found key={asked} code={asked} />}
      </View>
    </Page>
  );
}
