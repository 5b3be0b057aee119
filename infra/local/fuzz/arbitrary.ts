import fc from 'fast-check';
import * as z from 'zod';

/**
 * Inputs a contract allows, made from its JSON schema. Strings keep to pattern and length; optional
 * members are there half the time.
 */
export interface JsonSchema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
}

export const schemaOf = (schema: z.core.$ZodType): JsonSchema => {
  const made: JsonSchema = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  return made;
};

const WORDS = [
  '灯不亮了',
  '厨房漏水',
  'ᠮᠣᠩᠭᠣᠯ',
  '电梯停在三楼 🛗',
  "it's <b>broken</b>",
  '=HYPERLINK("x")',
  '阿·拉坦',
  '一',
];
const words = (most: number) =>
  fc.oneof(
    fc.constantFrom(...WORDS).map((word) => word.slice(0, most)),
    fc
      .string({ minLength: 1, maxLength: Math.min(most, 60), unit: 'grapheme' })
      .map((word) => `事${word}`.slice(0, most)),
  );

const stringOf = (schema: JsonSchema): fc.Arbitrary<string> => {
  if (schema.pattern !== undefined)
    return fc.stringMatching(new RegExp(schema.pattern)).filter((text) => text.length < 2000);
  if (schema.format === 'date')
    return fc
      .date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
  const least = schema.minLength ?? 0;
  return words(schema.maxLength ?? 40).map((text) => text.padEnd(least, '字'));
};

const objectOf = (schema: JsonSchema): fc.Arbitrary<Record<string, unknown>> => {
  const entries = Object.entries(schema.properties ?? {}).map(([name, part]) => [name, arbitraryOf(part)] as const);
  if (entries.length === 0 && typeof schema.additionalProperties === 'object') {
    return fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), arbitraryOf(schema.additionalProperties), { maxKeys: 3 });
  }
  const required = (schema.required ?? []).filter((name) => entries.some(([known]) => known === name));
  return fc.record(Object.fromEntries(entries), { requiredKeys: required });
};

export const arbitraryOf = (schema: JsonSchema): fc.Arbitrary<unknown> => {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map(arbitraryOf));
  switch (schema.type) {
    case 'string':
      return stringOf(schema);
    case 'integer':
      return fc.integer({
        min: Math.max(schema.minimum ?? 0, -2147483648),
        max: Math.min(schema.maximum ?? 1000, 2147483647),
      });
    case 'number':
      return fc.double({ min: schema.minimum ?? -1000, max: schema.maximum ?? 1000, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'array':
      return fc.array(arbitraryOf(schema.items ?? {}), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 3, 3),
      });
    case 'object':
      return objectOf(schema);
    default:
      return fc.jsonValue({ maxDepth: 1 });
  }
};
