import { View } from '@tarojs/components';
import { ancestorOf, placeKind } from '@gongyi/shared/district/place';
import type { RoleGrant } from '@gongyi/shared/people/role';
import { Page, open, requireSignIn, useMe, usePageParams, useSignedIn } from '../../../platform';
import { Button, CardLink, EmptyState } from '../../../ui';
import { DeskExport, DeskFigures } from '../../components/desk-hours';
import { DeskPoints } from '../../components/desk-points';
import { DeskSettings } from '../../components/desk-settings';
import { DeskVolunteers } from '../../components/desk-volunteers';
import { DeskWishes } from '../../components/desk-wishes';
import { COMMON, DESK } from '../../copy';
import './index.scss';

const COMMUNITY: readonly RoleGrant['role'][] = ['community-secretary', 'community-worker', 'grid-worker'];

/** What a community does for its volunteers; a street or a grid looks at the wishes of its own. */
const Desk = ({ placeId }: { placeId: string }) => {
  const communityId = ancestorOf(placeId, 'community');
  const whole = communityId !== undefined && placeKind(placeId) === 'community';
  return (
    <Page title={DESK.title} wide>
      <View className="volunteer-desk">
        <View className="volunteer-column">
          <DeskWishes placeId={placeId} />
        </View>
        <View className="volunteer-column">
          <DeskFigures placeId={communityId ?? placeId} />
          {whole ? (
            <>
              <CardLink onTap={() => open('volunteers/pages/team-form/index', { place: communityId })}>
                <View className="t16">{DESK.makeTeam}</View>
              </CardLink>
              <DeskVolunteers placeId={communityId} />
              <DeskPoints placeId={communityId} />
              <DeskExport placeId={communityId} />
              <DeskSettings placeId={communityId} />
            </>
          ) : null}
        </View>
      </View>
    </Page>
  );
};

/** 志愿工作台: wishes to verify and those nobody claims, teams, volunteers without a phone, hours to hand on. */
export default function DeskPage() {
  const { place } = usePageParams();
  const signedIn = useSignedIn();
  const me = useMe();
  const placeId =
    place ?? me?.grants.find(({ role, placeId: at }) => at !== undefined && COMMUNITY.includes(role))?.placeId;
  if (signedIn && placeId !== undefined) return <Desk key={placeId} placeId={placeId} />;
  return (
    <Page title={DESK.title}>
      {signedIn ? (
        <EmptyState words={DESK.noPlace} />
      ) : (
        <EmptyState words={DESK.signIn} action={<Button onTap={() => void requireSignIn()}>{COMMON.signIn}</Button>} />
      )}
    </Page>
  );
}
