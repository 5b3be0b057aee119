import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import type { PartitionFacts } from './partition-facts';

const metrics = (metricName: string) => ({
  cloudWatchMetricsEnabled: true,
  metricName,
  // Sampled requests would keep people's words and addresses outside the retention rules.
  sampledRequestsEnabled: false,
});

/**
 * Whole neighbourhoods share one address behind a mobile carrier, so the limit only stops floods; the limit a
 * person feels is counted in the functions, by person.
 */
const floodRule = (facts: PartitionFacts): CfnWebACL.RuleProperty => ({
  name: 'flood',
  priority: 0,
  action: { block: {} },
  visibilityConfig: metrics('flood'),
  statement: {
    rateBasedStatement: facts.cloudFront
      ? {
          // Behind CloudFront the connecting address is an edge's, shared by everybody.
          limit: 10_000,
          aggregateKeyType: 'FORWARDED_IP',
          forwardedIpConfig: { headerName: 'X-Forwarded-For', fallbackBehavior: 'NO_MATCH' },
        }
      : { limit: 10_000, aggregateKeyType: 'IP' },
  },
});

const managedRule = (name: string, priority: number, countOnly: readonly string[]): CfnWebACL.RuleProperty => ({
  name,
  priority,
  overrideAction: { none: {} },
  visibilityConfig: metrics(name),
  statement: {
    managedRuleGroupStatement: {
      vendorName: 'AWS',
      name,
      ruleActionOverrides: countOnly.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
    },
  },
});

/** The web ACL in front of every REST API. */
export const createWebAcl = (scope: Construct, facts: PartitionFacts): CfnWebACL =>
  new CfnWebACL(scope, 'WebAcl', {
    description: 'Floods and known attacks',
    scope: facts.wafScope,
    defaultAction: { allow: {} },
    visibilityConfig: metrics('all'),
    rules: [
      floodRule(facts),
      ...(facts.managedWafRules
        ? [
            managedRule('AWSManagedRulesKnownBadInputsRuleSet', 1, []),
            // Bodies may be 256 KB here, and people quote addresses and mark-up in what they report.
            managedRule('AWSManagedRulesCommonRuleSet', 2, [
              'SizeRestrictions_BODY',
              'CrossSiteScripting_BODY',
              'GenericRFI_BODY',
              'GenericLFI_BODY',
            ]),
          ]
        : []),
    ],
  });
