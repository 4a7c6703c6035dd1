import type { Hono, MiddlewareHandler } from "hono";
import { patiently } from "../store/database/patience.ts";
import { isBusy } from "../store/database/failures.ts";
import { requireUser } from "./access.ts";
import { HttpError } from "./httpError.ts";
import type { ServiceContext, ServiceEnvironment } from "./environment.ts";
import type { Method } from "../../plotsApi/transport/exchange.ts";
import type { Operation } from "./operation.ts";

export interface Resource {
  /** As Hono writes it: `/v2/plots/:fid`. */
  readonly path: string;
  readonly operations: Partial<Readonly<Record<Method, Operation>>>;
}

/** The resources of the service, for the app that answers and for the OpenAPI document. */
export class Resources {
  readonly #app: Hono<ServiceEnvironment>;
  readonly #begin: (c: ServiceContext) => void;
  readonly #limit: MiddlewareHandler<ServiceEnvironment>;
  readonly #all: Resource[] = [];
  /** Requests whose body was checked; a second try does not check it again. */
  readonly #admitted = new WeakSet<ServiceContext>();

  /**
   * @param begin Called before each operation.
   * @param limit Refuses bodies that are too large, of all operations but GET.
   */
  constructor(
    app: Hono<ServiceEnvironment>,
    begin: (c: ServiceContext) => void,
    limit: MiddlewareHandler<ServiceEnvironment>,
  ) {
    this.#app = app;
    this.#begin = begin;
    this.#limit = limit;
  }

  /** In the order in which they are matched. */
  get all(): readonly Resource[] {
    return this.#all;
  }

  /**
   * Adds a resource: its operations, HEAD and OPTIONS, and 405 for the rest. Each answer lists the methods in `Allow`,
   * as the recorded answers do. A slash at the end of the path makes no difference. The first path that fits is taken,
   * so `/v2/plots/lookup` has to come before `/v2/plots/:fid`.
   */
  add(path: string, operations: Resource["operations"]): void {
    const resource = { path, operations };
    this.#all.push(resource);
    const table = new Map<string, Operation>(Object.entries(operations));
    const allow = [...table.keys(), ...(table.has("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ");
    const attempt = (c: ServiceContext): Promise<Response> | Response => {
      this.#begin(c);
      // Set before the answer is made, which then has its headers at once.
      c.header("Allow", allow);
      c.header("Vary", "Accept");
      const { method } = c.req;
      const operation = table.get(method === "HEAD" ? "GET" : method);
      if (operation !== undefined) {
        return method === "GET" || method === "HEAD" ? operation.answer(c) : this.#write(c, operation);
      }
      if (method === "OPTIONS") return describe(c, resource);
      throw new HttpError(405, `Method "${method}" not allowed.`);
    };
    // One handler and nothing before it: Hono then calls it without a chain of promises, which makes lists quick.
    this.#app.all(path, (c) => orLater(c, attempt));
  }

  /** Checks who sends the request before it looks at the body, even for its size. */
  async #write(c: ServiceContext, operation: Operation): Promise<Response> {
    if (operation.signedIn) requireUser(c);
    if (operation.takesBody && !this.#admitted.has(c)) {
      const refused = await this.#limit(c, () => Promise.resolve());
      if (refused !== undefined) return refused;
      this.#admitted.add(c);
    }
    return operation.answer(c);
  }
}

/** Tries again where another process writes just now. The first try has changed nothing. */
function orLater(
  c: ServiceContext,
  attempt: (c: ServiceContext) => Promise<Response> | Response,
): Promise<Response> | Response {
  const later = (error: unknown): Promise<Response> => {
    if (!isBusy(error)) throw error;
    return patiently(() => attempt(c), { met: true });
  };
  try {
    const answer = attempt(c);
    return answer instanceof Promise ? answer.catch(later) : answer;
  } catch (error) {
    return later(error);
  }
}

/** Answers OPTIONS with the members of Django REST framework, which the public service was built with. */
function describe(c: ServiceContext, { path, operations }: Resource): Response {
  return c.json({
    name: path,
    description: Object.entries(operations)
      .map(([method, { summary }]) => `${method}: ${summary}`)
      .join("\n"),
    renders: ["application/json"],
    parses: ["application/json"],
  });
}
