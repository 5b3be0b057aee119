import { View } from '@tarojs/components';
import { webOrigin } from '../../platform';
import { Card, StatusLine, clockWords } from '../../ui';
import { QrCode } from '../../ui/qr-code';
import { CHAIR } from '../session-copy';
import { signInAddress } from '../sign-in-code';
import { useSignInCodes } from '../use-sign-in-codes';

const SIZE = 360;

/** The rotating code delegates scan at the venue, in figures as well for who cannot scan. */
export const SignInQr = ({ sessionId }: { sessionId: string }) => {
  const { code, offline, until, now } = useSignInCodes(sessionId);
  return (
    <Card title={CHAIR.qr}>
      <View className="chair-qr">
        {code === undefined ? (
          <StatusLine tone={offline ? 'warning' : 'plain'}>{CHAIR.qrNone}</StatusLine>
        ) : (
          <>
            <QrCode words={signInAddress(webOrigin(), sessionId, code)} label={CHAIR.qrHint} size={SIZE} />
            <View className="t28 figure chair-code">{code}</View>
            <View className="t14 quiet">{CHAIR.qrHint}</View>
            <View className="t14 quiet">{CHAIR.qrType}</View>
          </>
        )}
        {offline && code !== undefined ? (
          <StatusLine tone="warning">{`${CHAIR.qrOffline} ${clockWords(until, now)}`}</StatusLine>
        ) : null}
      </View>
    </Card>
  );
};
