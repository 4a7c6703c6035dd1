import type { Hono } from "hono";
import { ApiError } from "./apiError.ts";
import type { ServiceContext, ServiceEnvironment } from "./environment.ts";
import type { Method, Operation } from "./operation.ts";

export interface Resource {
  /** As Hono writes it: `/v2/plots/:fid`. */
  readonly path: string;
  readonly operations: Partial<Readonly<Record<Method, Operation>>>;
}

/** The resources of the service: what is asked of the app, and what the OpenAPI document tells of it. */
export class Resources {
  readonly #app: Hono<ServiceEnvironment>;
  readonly #all: Resource[] = [];

  constructor(app: Hono<ServiceEnvironment>) {
    this.#app = app;
  }

  /** In the order in which they are matched. */
  get all(): readonly Resource[] {
    return this.#all;
  }

  /**
   * Adds a resource: its operations, HEAD and OPTIONS, and 405 for the rest. Each answer says in `Allow` what there is,
   * as the recorded answers do. Whether the path ends with a slash makes no difference. The first that fits is taken:
   * `/v2/plots/lookup` has to come before `/v2/plots/:fid`.
   */
  add(path: string, operations: Resource["operations"]): void {
    this.#all.push({ path, operations });
    const app = this.#app;
    const methods = Object.keys(operations);
    const allow = [...methods, ...(operations.GET === undefined ? [] : ["HEAD"]), "OPTIONS"].join(", ");
    // Set beforehand, so that an answer is made with its headers once.
    const prepare = (c: ServiceContext): void => {
      c.header("Allow", allow);
      c.header("Vary", "Accept");
    };
    for (const [method, operation] of Object.entries(operations)) {
      app.on(method, path, (c) => {
        prepare(c);
        return operation.answer(c);
      });
    }
    // The members are those of Django REST framework, which the public service was built with.
    app.options(path, (c) => {
      prepare(c);
      return c.json({
        name: path,
        description: Object.entries(operations)
          .map(([method, { summary }]) => `${method}: ${summary}`)
          .join("\n"),
        renders: ["application/json"],
        parses: ["application/json"],
      });
    });
    app.all(path, (c) => {
      prepare(c);
      throw new ApiError(405, `Method "${c.req.method}" not allowed.`);
    });
  }
}
