/** What is used of JSON Schema 2019-09, with VS Code's additions. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly $ref?: string;
  readonly $defs?: { readonly [name: string]: JsonSchema };
  readonly type?: string | readonly string[];
  readonly properties?: { readonly [name: string]: JsonSchema };
  readonly patternProperties?: { readonly [pattern: string]: JsonSchema };
  readonly items?: JsonSchema | readonly JsonSchema[];
  readonly required?: readonly string[];
  readonly allOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly if?: JsonSchema;
  readonly then?: JsonSchema;
  readonly else?: JsonSchema;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly title?: string;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly markdownEnumDescriptions?: readonly string[];
  readonly doNotSuggest?: boolean;
  /** By which VS Code sorts this member among those that are proposed. */
  readonly suggestSortText?: string;
  readonly enumSortTexts?: readonly string[];
  readonly defaultSnippets?: readonly Snippet[];
}

/** A whole value that is offered; `$1` and `${1:text}` are places to type at. */
export interface Snippet {
  readonly label: string;
  readonly description?: string;
  readonly body: unknown;
}

/** The same schema with every schema directly inside it changed. */
export function mapInside(schema: JsonSchema, change: (inside: JsonSchema) => JsonSchema): JsonSchema {
  const each = (members: { readonly [name: string]: JsonSchema }): { [name: string]: JsonSchema } =>
    Object.fromEntries(Object.entries(members).map(([name, member]) => [name, change(member)]));
  return {
    ...schema,
    ...(schema.properties && { properties: each(schema.properties) }),
    ...(schema.patternProperties && { patternProperties: each(schema.patternProperties) }),
    ...(schema.items && { items: isList(schema.items) ? schema.items.map(change) : change(schema.items) }),
    ...(schema.allOf && { allOf: schema.allOf.map(change) }),
    ...(schema.anyOf && { anyOf: schema.anyOf.map(change) }),
    ...(schema.if && { if: change(schema.if) }),
    ...(schema.then && { then: change(schema.then) }),
    ...(schema.else && { else: change(schema.else) }),
  };
}

function isList(items: JsonSchema | readonly JsonSchema[]): items is readonly JsonSchema[] {
  return Array.isArray(items);
}
