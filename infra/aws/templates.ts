import type { Conditions, Statement } from './policy-check';

/** A synthesised template, as far as it is read here. */
export interface Template {
  readonly Resources: Readonly<Record<string, TemplateResource>>;
  readonly Outputs?: Readonly<
    Record<string, { readonly Value: unknown; readonly Export?: { readonly Name: unknown } }>
  >;
}
interface TemplateResource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly [attribute: string]: unknown;
}

/** A resource and the name its ARN goes by in resolved statements: `Table1.Arn` in `data` is `data/Table1`. */
interface Found {
  readonly arn: string;
  readonly stack: string;
  readonly resource: TemplateResource;
  readonly properties: Readonly<Record<string, unknown>>;
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

/** What lies at a path of objects and lists; undefined where the path leaves them. */
export const at = (value: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((inner, step) => {
    if (typeof step === 'number') return listOf(inner)[step];
    return isFields(inner) ? inner[step] : undefined;
  }, value);

/**
 * The stacks of one app read together: references are followed across exports, so that a role in one stack and
 * the table in another meet under one name.
 */
export class Templates {
  private readonly exports = new Map<string, { stack: string; value: unknown }>();

  constructor(private readonly stacks: Readonly<Record<string, Template>>) {
    for (const [stack, { Outputs }] of Object.entries(stacks)) {
      for (const { Value, Export } of Object.values(Outputs ?? {})) {
        if (typeof Export?.Name === 'string') this.exports.set(Export.Name, { stack, value: Value });
      }
    }
  }

  /** All resources of a CloudFormation type. */
  all(type: string): Found[] {
    return Object.entries(this.stacks).flatMap(([stack, { Resources }]) =>
      Object.entries(Resources)
        .filter(([, resource]) => resource.Type === type)
        .map(([id, resource]) => ({
          arn: `${stack}/${id}`,
          stack,
          resource,
          properties: resource.Properties ?? {},
        })),
    );
  }

  /** The one resource of a type whose name begins so. */
  one(type: string, idPrefix = ''): Found {
    const found = this.all(type).filter(({ arn }) => arn.split('/')[1]?.startsWith(idPrefix));
    const [only] = found;
    if (only === undefined || found.length > 1)
      throw new Error(`${String(found.length)} of ${type} named ${idPrefix}*`);
    return only;
  }

  /** A value as one text. An ARN, an id and a name of one resource read alike: `stack/LogicalId`. */
  text(stack: string, value: unknown): string {
    if (typeof value === 'string' || typeof value === 'number') return String(value);
    if (!isFields(value)) throw new Error(`Cannot read ${JSON.stringify(value)}`);
    const { Ref, 'Fn::GetAtt': attribute, 'Fn::Join': join, 'Fn::ImportValue': imported } = value;
    if (typeof Ref === 'string') return Ref.startsWith('AWS::') ? `<${Ref}>` : `${stack}/${Ref}`;
    if (Array.isArray(attribute)) return this.attribute(stack, attribute);
    if (Array.isArray(join))
      return listOf(join[1])
        .map((part) => this.text(stack, part))
        .join(String(join[0]));
    const source = typeof imported === 'string' ? this.exports.get(imported) : undefined;
    if (source === undefined) throw new Error(`Cannot follow ${JSON.stringify(value)}`);
    return this.text(source.stack, source.value);
  }

  private attribute(stack: string, [id, name]: readonly unknown[]): string {
    return name === 'Arn' ? `${stack}/${String(id)}` : `${stack}/${String(id)}.${String(name)}`;
  }

  /** The statements of the role that a function of this name runs under. */
  statementsOf(functionName: string): Statement[] {
    const role = this.one('AWS::IAM::Role', `${functionName.replaceAll('-', '')}Role`);
    return this.all('AWS::IAM::Policy')
      .filter(({ stack, properties }) => listOf(properties['Roles']).some((ref) => this.text(stack, ref) === role.arn))
      .flatMap(({ stack, properties }) => {
        const document = properties['PolicyDocument'];
        return isFields(document) ? listOf(document['Statement']).map((each) => this.statement(stack, each)) : [];
      });
  }

  private statement(stack: string, raw: unknown): Statement {
    if (!isFields(raw)) throw new Error('A statement is not an object');
    const texts = (value: unknown): string[] => listOf(value).map((each) => this.text(stack, each));
    return {
      sid: typeof raw['Sid'] === 'string' ? raw['Sid'] : '',
      effect: raw['Effect'] === 'Deny' ? 'Deny' : 'Allow',
      actions: texts(raw['Action']),
      resources: texts(raw['Resource']),
      conditions: conditionsOf(raw['Condition'], texts),
    };
  }
}

const conditionsOf = (raw: unknown, texts: (value: unknown) => string[]): Conditions =>
  isFields(raw)
    ? Object.fromEntries(
        Object.entries(raw).map(([operator, keys]) => [
          operator,
          isFields(keys) ? Object.fromEntries(Object.entries(keys).map(([key, wanted]) => [key, texts(wanted)])) : {},
        ]),
      )
    : {};
