import { View } from '@tarojs/components';
import { Page, useMe, usePageParams } from '../../../platform';
import { EmptyState } from '../../../ui';
import { ExportCard } from '../../components/export-card';
import { RatesCard } from '../../components/rates-card';
import { TemplateList } from '../../components/template-list';

/** 本单位: how we do by the residents' own answers, what we often say, and our list to take away. */
export default function OfficePage() {
  const me = useMe();
  const { organisation } = usePageParams();
  const desks = (me?.grants ?? []).filter(({ role }) => role === 'manager' || role === 'dispatcher');
  const organisationId = organisation ?? desks.find((grant) => grant.organisationId !== undefined)?.organisationId;
  const named = desks.find((grant) => grant.organisationId === organisationId)?.scopeName;
  return (
    <Page title={named ?? '本单位'}>
      {organisationId === undefined ? (
        <EmptyState words="您没有单位的身份" hint="请单位负责人或区管理员授权。" />
      ) : (
        <View className="stack">
          <RatesCard organisationId={organisationId} />
          <TemplateList organisationId={organisationId} />
          <ExportCard organisationId={organisationId} />
        </View>
      )}
    </Page>
  );
}
