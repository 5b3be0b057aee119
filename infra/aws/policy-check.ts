/**
 * Judges one call by the statements of a role, as IAM does for the part of its language used here.
 * A word it does not know throws: an answer is never guessed.
 */
export type Conditions = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

export interface Statement {
  readonly sid: string;
  readonly effect: 'Allow' | 'Deny';
  /** `service:Action`, with `*` and `?`. */
  readonly actions: readonly string[];
  /** ARNs, with `*` and `?`. */
  readonly resources: readonly string[];
  readonly conditions: Conditions;
}

/** What IAM sees of a call. A context key that is absent was not in the call. */
export interface AccessRequest {
  readonly action: string;
  readonly resource: string;
  readonly context: Readonly<Record<string, readonly string[]>>;
}

interface Verdict {
  readonly allowed: boolean;
  /** The statements that decided: those that allow, or those that deny; empty when nobody spoke. */
  readonly by: readonly Statement[];
}

/** IAM's wildcards: `*` any run of characters, `?` any one. Everything else is literal. */
const like = (pattern: string, value: string, ignoreCase = false): boolean => {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '[\\s\\S]*')
    .replace(/\?/g, '[\\s\\S]');
  return new RegExp(`^${source}$`, ignoreCase ? 'i' : '').test(value);
};

type Matches = (wanted: string, actual: string) => boolean;

const OPERATORS: Readonly<Record<string, Matches>> = {
  StringEquals: (wanted, actual) => wanted === actual,
  StringLike: (wanted, actual) => like(wanted, actual),
  ArnLike: (wanted, actual) => like(wanted, actual),
  Bool: (wanted, actual) => wanted.toLowerCase() === actual.toLowerCase(),
};

const matcherOf = (operator: string): Matches => {
  const matches = OPERATORS[operator];
  if (matches === undefined) throw new Error(`Condition operator ${operator} is not known to the policy check`);
  return matches;
};

/** `Null: {key: 'false'}` holds when the call carries the key, `'true'` when it does not. */
const nullHolds = (actual: readonly string[] | undefined, wanted: readonly string[]): boolean => {
  const absent = actual === undefined || actual.length === 0;
  return wanted.some((value) => value === String(absent));
};

const conditionHolds = (
  operator: string,
  actual: readonly string[] | undefined,
  wanted: readonly string[],
): boolean => {
  if (operator === 'Null') return nullHolds(actual, wanted);
  const parts = operator.split(':');
  const quantifier = parts.length > 1 ? parts[0] : undefined;
  const matches = matcherOf(parts.at(-1) ?? '');
  const fits = (value: string): boolean => wanted.some((pattern) => matches(pattern, value));
  // True of nothing at all: that is why `Null: false` stands beside it.
  if (quantifier === 'ForAllValues') return (actual ?? []).every(fits);
  if (quantifier === 'ForAnyValue') return (actual ?? []).some(fits);
  if (quantifier !== undefined) throw new Error(`Quantifier ${quantifier} is not known to the policy check`);
  if (actual !== undefined && actual.length > 1) throw new Error(`${operator} was asked about several values`);
  return actual?.[0] !== undefined && fits(actual[0]);
};

const applies = (statement: Statement, request: AccessRequest): boolean =>
  statement.actions.some((action) => like(action, request.action, true)) &&
  statement.resources.some((resource) => like(resource, request.resource)) &&
  Object.entries(statement.conditions).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) => conditionHolds(operator, request.context[key], wanted)),
  );

/** A deny that applies wins; else one allow is enough; else the call is refused. */
export const judge = (statements: readonly Statement[], request: AccessRequest): Verdict => {
  const speaking = statements.filter((statement) => applies(statement, request));
  const denying = speaking.filter((statement) => statement.effect === 'Deny');
  return denying.length > 0 ? { allowed: false, by: denying } : { allowed: speaking.length > 0, by: speaking };
};
