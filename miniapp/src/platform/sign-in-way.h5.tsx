import { Button, ErrorState, Skeleton } from '../ui';
import { QrCode } from '../ui/qr-code';
import { SIGN_IN_WORDS } from './privacy-words';
import type { SignInWayProps } from './sign-in-way';
import { useScanSignIn } from './use-scan-sign-in';

/** On the web one signs in by scanning with the phone that is signed in to WeChat. */
export const SignInWay = ({ agreed, onSignedIn }: SignInWayProps) =>
  agreed ? <ScanWay onSignedIn={onSignedIn} /> : <p className="t14 quiet">{SIGN_IN_WORDS.tickFirst}</p>;

const ScanWay = ({ onSignedIn }: Pick<SignInWayProps, 'onSignedIn'>) => {
  const { state, again } = useScanSignIn(onSignedIn);
  if (state.step === 'starting') return <Skeleton rows={1} />;
  if (state.step === 'failed') return <ErrorState words={state.words} onRetry={again} />;
  if (state.step === 'expired') {
    return (
      <div className="stack">
        <p>{SIGN_IN_WORDS.scanExpired}</p>
        <Button wide onTap={again}>
          {SIGN_IN_WORDS.scanAgain}
        </Button>
      </div>
    );
  }
  return (
    <div className="stack" data-scan-code={state.scan.code}>
      <QrCode words={state.scan.url} label={SIGN_IN_WORDS.qrLabel} />
      <p className="t16" style={{ textAlign: 'center', margin: 0 }}>
        {SIGN_IN_WORDS.scan}
      </p>
    </div>
  );
};
