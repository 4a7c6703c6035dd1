import * as z from "zod";
import type { Operation } from "./operation.ts";
import type { Resource } from "./resources.ts";

type Document = Record<string, unknown>;

const ERROR = {
  type: "object",
  description: "Both forms tell the same; clients read either.",
  required: ["errors", "detail"],
  properties: {
    errors: {
      type: "array",
      items: {
        type: "object",
        properties: {
          code: { type: "string", const: "UNKNOWN" },
          message: { type: "string" },
          path: { type: ["string", "null"], description: "The place inside the field: data[0].marker.color" },
          field: { type: ["string", "null"], description: "The member of the body, or the query parameter." },
        },
      },
    },
    detail: { type: "string", description: "The first message." },
  },
};

/** Makes the OpenAPI 3.1 document of the resources below `/v2`, from the schemas that check requests. */
export function openApiDocument(resources: readonly Resource[]): Document {
  const below = resources.filter(({ path }) => path === "/v2" || path.startsWith("/v2/"));
  return {
    openapi: "3.1.0",
    info: {
      title: "Plots API v2",
      version: "2",
      description: "Plots, their grids and folders, as the Chart Studio REST API kept them.",
    },
    servers: [{ url: "/" }],
    // A client without credentials reads what is public.
    security: [{ apiKey: [] }, {}],
    paths: Object.fromEntries(below.map((resource) => [openApiPath(resource.path), pathItem(resource)])),
    components: {
      securitySchemes: {
        apiKey: { type: "http", scheme: "basic", description: "The user's name, and the API key as the password." },
      },
      schemas: { Error: ERROR },
    },
  };
}

/** `/v2/plots/:fid` → `/v2/plots/{fid}`. */
export function openApiPath(path: string): string {
  return path.replaceAll(/:(\w+)/g, "{$1}");
}

function pathItem({ path, operations }: Resource): Document {
  const parameters = Array.from(path.matchAll(/:(\w+)/g), ([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
    ...(name === "fid" && { description: "owner:number, such as bcowden:30." }),
  }));
  const methods = Object.entries(operations).map(([method, operation]) => [
    method.toLowerCase(),
    operationObject(operation),
  ]);
  return { ...(parameters.length > 0 && { parameters }), ...Object.fromEntries(methods) };
}

function operationObject(operation: Operation): Document {
  const { summary } = operation;
  const parameters = queryParameters(operation.query);
  const content = bodyContent(operation);
  return {
    summary,
    ...(parameters.length > 0 && { parameters }),
    ...(content !== undefined && { requestBody: { required: true, content } }),
    responses: {
      "2XX": { description: "Done." },
      default: {
        description: "Refused; the message says why.",
        content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } },
      },
    },
  };
}

function bodyContent({ body, mediaType }: Operation): Document | undefined {
  if (mediaType !== undefined) return { [mediaType]: {} };
  return body === undefined ? undefined : { "application/json": { schema: jsonSchema(body) } };
}

function queryParameters(query: z.ZodType): Document[] {
  const { properties = {}, required = [] } = jsonSchema(query);
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema,
  }));
}

/** Describes what is sent, not what the service makes of it. */
function jsonSchema(schema: z.ZodType) {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return rest;
}
